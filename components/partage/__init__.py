"""What all sessions of a server share: the atlas, the search, the projects ready to be filtered."""
