"""Files that survive a power cut, and folders that are made whole or not at all."""
