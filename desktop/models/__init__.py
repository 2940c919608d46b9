"""Qt models: what lists show, fetched from the vault page by page."""
