"""The frame of the map as folium writes it: elements that hold addresses, and the one script it runs."""
