"""The shell around every page, its notices, and the French message when something breaks."""
