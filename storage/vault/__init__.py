"""An open vault: founded, opened, written durably by one thread and read by another."""
