"""The log as a chain, and the anchor that knows how far it had come."""
