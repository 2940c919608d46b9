"""Records on their way from one vault to another, with their history and a receipt."""
