"""The subcommands of `fieldbook`, one module each."""
