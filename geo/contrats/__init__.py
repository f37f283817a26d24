"""What every table promises: its columns, its closed lists of words, and the error that names a fault."""
