"""Key figures on a screen, each with its rank, what it is compared with, and where it comes from."""
