"""« Et ma commune ? »: where a commune stands, in a territory or outside of all."""
