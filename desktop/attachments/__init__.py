"""Attached files in the notebook: kept while a note is written, shown, copied, handed out."""
