"""The atlas: every validated table in one frozen object, and what figures and comparisons are computed from."""
