"""The library of forms as this notebook opens it: in every language that people read."""

from forms import Library
from translations import catalogs


def library() -> Library:
    """The forms that ship with the notebook, translated where the person reads them herself."""
    return Library.default(catalogs.default())
