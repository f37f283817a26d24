"""A séance: a playlist of views, its link, its small file, and what each view says."""
