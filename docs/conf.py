"""Builds the documentation with Sphinx: `make docs` leaves it in `site/`.

Every page is Markdown that a forge shows as it is; this says only how they become a site that is
read without a network.
"""

import tomllib
from pathlib import Path

_PROJECT = tomllib.loads(Path(__file__).parents[1].joinpath("pyproject.toml").read_text("utf-8"))

project = "Fieldbook"
version = release = _PROJECT["project"]["version"]
author = "the Fieldbook authors"
copyright = "MIT licence"
language = "en_GB"

extensions = ["myst_parser"]
myst_heading_anchors = 3  # `page.md#heading`, as a forge makes them
exclude_patterns = ["pictures"]

html_theme = "furo"
html_title = "Fieldbook"
html_favicon = "../desktop/theme/fieldbook.svg"
html_copy_source = False
html_show_sourcelink = False
html_show_copyright = False
html_show_sphinx = False
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#0E6767", "color-brand-content": "#0E6767"},
    "dark_css_variables": {"color-brand-primary": "#57C2BC", "color-brand-content": "#57C2BC"},
}
