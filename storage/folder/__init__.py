"""All files of a vault together: copied, exchanged, and kept as they were before."""
