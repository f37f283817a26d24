"""« Puis-je lire cet atlas ? »: what was tested, what is not conform."""
