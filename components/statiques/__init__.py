"""The scripts and sheets of `static/atlas`: read by one door, fetched once by the browser."""
