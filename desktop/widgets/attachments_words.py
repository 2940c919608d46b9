"""What the place for a file says: what it takes, and what it did not."""

from translations.interface import _


def refusal(kind: str) -> str:
    """Why a file called `{name}` was not added where one of `kind` is asked for."""
    return {
        "image": _("{name} is no picture, and a picture is asked for here. It was not added."),
        "audio": _("{name} is no recording, and one is asked for here. It was not added."),
        "video": _("{name} is no film, and a film is asked for here. It was not added."),
    }[kind]


def invitation(kind: str, drawn: str) -> str:
    """What the empty place for a file of `kind`, or one that is `drawn`, says."""
    if drawn == "signature":
        return _("Sign on the screen, or drop a picture of the signature here.")
    if kind == "image":
        return _("Drop a picture here. It is sealed in the notebook; the file outside stays.")
    return _("Drop a file here. It is sealed in the notebook; the file outside stays.")


def later(*, can_keep: bool) -> str:
    """What stands where no file can be added now; `can_keep` where there is a vault behind it."""
    if can_keep:
        return _("No file was added.")
    return _("Files are added here when a note is written.")
