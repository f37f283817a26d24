"""What a reader takes away from a page: its files, made when he asks, and its link."""
