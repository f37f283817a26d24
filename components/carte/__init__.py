"""The map on a page: its layers, its colours, the state that a rerun sends, what changed between two maps."""
