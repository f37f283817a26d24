"""The addresses of the pages: one frozen state a page, read from its query and written back."""
