"""What leaves the notebook: PDF documents, and later submissions."""
