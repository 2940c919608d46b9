"""ODK XForms: the forms of the notebook, their loader and the engine that fills them in."""

from forms.definition import Form
from forms.engine import FormEngine
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
from forms.loader import load
from forms.model import Changes, Choice, FormSummary, Item, Line, NodeState, Violation
from forms.reading import read, search_text
from forms.shelf import Library

__all__ = [
    "Changes",
    "Choice",
    "Form",
    "FormEngine",
    "FormError",
    "FormErrors",
    "FormInvalid",
    "FormSummary",
    "InstanceError",
    "Item",
    "Library",
    "Line",
    "NoSuchNode",
    "NodeState",
    "NotAllowed",
    "Problem",
    "TooCostly",
    "UnknownForm",
    "Violation",
    "load",
    "read",
    "search_text",
]
