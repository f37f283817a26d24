"""What is written into a page by hand: text escaped, small tables."""
