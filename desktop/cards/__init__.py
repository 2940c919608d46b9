"""The card screen: shown with the vault sealed, on a machine without one, and from inside."""
