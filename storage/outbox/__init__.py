"""What is to leave: queued, sealed, and told where it stands until its arrival is proven."""
