"""Whether all of a vault fits together, and whether it is older than what others saw of it."""
