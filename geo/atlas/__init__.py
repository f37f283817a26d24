"""The atlas: every validated table in one frozen object, and what figures are computed from."""
