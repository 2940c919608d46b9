"""Keys and the ways to them: the data key, key slots and what opens them, the header."""
