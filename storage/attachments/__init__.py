"""The sealed files of attachments: chunk by chunk, beside the database."""
