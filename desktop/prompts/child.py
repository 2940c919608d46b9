"""Any sign, or doubt, that a person is under 18: in the note, or among the prompts beside it."""

from forms import FormEngine

UNDER_18 = "/data/safety/under_18"
_YES = frozenset({"yes", "doubt"})
_SIGNS = "/data/further_signs"
_SIGN = "may_be_under_18"


def in_note(note: FormEngine) -> bool:
    """Whether the note says that the person may be under 18, or that it is in doubt."""
    return UNDER_18 in note.form.schema.by_path and note.node(UNDER_18).value in _YES


def among_signs(prompts: FormEngine) -> bool:
    """Whether one of the further signs is that the person may be under 18."""
    signs = prompts.body(_SIGNS)
    return any(prompts.node(f"{each.path}/sign").value == _SIGN for each in signs)
