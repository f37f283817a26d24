"""The charts: one pure function a kind, how a page shows one, and how it is taken away as an image."""
