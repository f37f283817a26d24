"""« Où est mon territoire, et que s'y passe-t-il ? »: the national map, its choices, panel and table."""
