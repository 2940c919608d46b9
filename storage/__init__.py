"""The encrypted vault: keys, records, drafts, audit chain and search."""
