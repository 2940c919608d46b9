"""The parts of the screen reader's trial, each a process of its own."""
