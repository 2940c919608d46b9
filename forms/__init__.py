"""ODK XForms: the forms of the notebook, their loader and the engine that fills them in."""

from forms.errors import (
    FormError,
    FormErrors,
    FormInvalid,
    InstanceError,
    NoSuchNode,
    NotAllowed,
    Problem,
    TooCostly,
    UnknownForm,
)
from forms.model import Changes, Choice, FormSummary, Item, Line, NodeState, Violation

__all__ = [
    "Changes",
    "Choice",
    "FormError",
    "FormErrors",
    "FormInvalid",
    "FormSummary",
    "InstanceError",
    "Item",
    "Line",
    "NoSuchNode",
    "NodeState",
    "NotAllowed",
    "Problem",
    "TooCostly",
    "UnknownForm",
    "Violation",
]
