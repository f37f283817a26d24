"""The map layers and other static files whose names carry their content."""
