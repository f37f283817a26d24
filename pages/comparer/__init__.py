"""« Et à côté des autres ? »: up to five objects of any kind, side by side."""
