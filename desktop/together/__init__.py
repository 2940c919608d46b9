"""Forms that are filled in together: the screen turned to the person, in her language."""
