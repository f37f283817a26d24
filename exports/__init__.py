"""What leaves the app: the exact selection as files, each with its sources, its filters and its link."""
