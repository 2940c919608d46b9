"""Languages: what windows and cards say in them, typefaces, dictionaries."""
