"""Backups: made while somebody writes, counted out by age, and made a vault again."""
