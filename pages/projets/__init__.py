"""« Lesquels, où, combien, et je les emporte »: the projects, narrowed down, read and taken away."""
