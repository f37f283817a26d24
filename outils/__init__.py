"""Set-up and habits of the workshop.

In the standard library alone: this runs before the virtual environment exists.
"""
