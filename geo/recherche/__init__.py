"""One field to find a place or an enterprise: what can be found, under which spellings, in milliseconds."""
