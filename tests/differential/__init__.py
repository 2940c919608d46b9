"""Our form engine beside ODK's own; a check for development only."""
