"""« Que dois-je savoir avant la réunion de demain ? »: the sheet of one territory."""
