"""Links from a place to the page of another one."""
