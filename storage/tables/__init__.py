"""What a vault holds, a table or two to each module, worked in within one transaction."""
