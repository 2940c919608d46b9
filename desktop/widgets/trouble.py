"""What it means for a person that a form could not work with what it was given."""

from forms import FormError, TooCostly
from translations.interface import _


def in_words(error: FormError) -> str:
    """What happened, what is safe and what to do, in plain sentences."""
    if isinstance(error, TooCostly):
        return _(
            "The form cannot work out what follows from this: it would take too long. What you"
            " wrote is kept. Change this answer to go on."
        )
    return _("The form cannot take this. What you wrote before is kept.")


def cannot_open(title: str) -> str:
    """That a note cannot be shown with the form it was begun with; nothing of it is lost."""
    return _(
        "“{form}” cannot be opened: the form cannot work with what stands in it. Nothing of it is"
        " lost. Tell whoever looks after the forms."
    ).format(form=title)
