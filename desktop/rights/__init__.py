"""Records law at work: the log for a line manager, retention, purging, a person's own data."""
