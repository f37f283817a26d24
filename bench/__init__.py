"""The benchmark: the stock way of putting a folium map in Streamlit, and ours, side by side in one run."""
