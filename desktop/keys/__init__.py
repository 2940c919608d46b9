"""The ways to open a notebook, for its officer: seen, added, changed, tried, taken away.

`remaking` and `sheets` know no window, and serve the command line too.
"""
