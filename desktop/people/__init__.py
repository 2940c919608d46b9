"""The liaison officer's side: people under an alias, the contact log, and when to be in touch."""
