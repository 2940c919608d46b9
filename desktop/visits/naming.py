"""What people call what the form of a place names: used by its card and where it is chosen."""

from translations.interface import _


def category(name: str) -> str:
    """What a category of premises is called."""
    return {
        "non_nuisance": _("Non-nuisance"),
        "nuisance": _("Nuisance"),
        "risk": _("Risk"),
    }.get(name, "")
