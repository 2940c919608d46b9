"""The catalogs of the interface's texts: English as the code holds it, and Welsh."""

from pathlib import Path

FOLDER = Path(__file__).parent
"""Holds `interface.pot`, the template, and a `.po` file for each language beside English."""
