"""The pages of the notebook."""
