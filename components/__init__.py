"""What Streamlit draws: the shell, the map, figures and tables."""
