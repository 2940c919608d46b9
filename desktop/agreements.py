"""Where a person agrees to something: never on the strength of a translation that is a draft.

A text below "approved" is shown, since somebody who reads no English has nothing else; but what she
says to it is no agreement (Fieldbook's rules for translations, ISO 17100). On her screen the
answers that agree are left out then. The officer records what an interpreter was told, and names
the interpreter; `keep_asked` and `sign_asked` say which way it was. What takes an agreement back,
or refuses it, can always be answered.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from forms import Choice, Form, FormEngine
from forms.translating import texts
from translations import catalogs
from translations.catalogs import Status
from translations.languages import ENGLISH, language

TOGETHER = ("safety_plan", "victim_contract")
"""The forms that are filled in with the screen turned."""


class Agreement(NamedTuple):
    """An answer that agrees.

    Attributes:
        values: the choices that agree; empty where any answer does.
        how: the question that says how she was asked.
    """

    values: frozenset[str]
    how: str


_SIGNED = Agreement(frozenset(), "/data/sign/sign_asked")
AGREEMENTS = {
    "safety_plan": {
        "/data/kept/keep_text": Agreement(frozenset({"yes"}), "/data/kept/keep_asked"),
    },
    "victim_contract": {
        "/data/sign/her_signature": _SIGNED,
        "/data/sign/her_signature_typed": _SIGNED,
    },
}
"""The agreements of each form, by question."""
ASKED_IN_ENGLISH, ASKED_IN_APPROVED = "english", "approved"


def status(form: Form, code: str) -> Status:
    """How far the translation of what she reads of `form` has come.

    The Welsh of the forms stands in their own sheets, which say that it is a draft.
    """
    return _status(form.id, form.version, code, form.xml)


@cache
def _status(form_id: str, version: str, code: str, xml: bytes) -> Status:
    del form_id, version
    if code == ENGLISH.code:
        return Status.APPROVED
    catalog = catalogs.default().get(language(code).code)
    least = catalog.status(text.id for text in texts(xml))
    return max(least, Status.DRAFT)


def agreement(form: Form, path: str) -> Agreement | None:
    """What is agreed to at `path`; None where it is an ordinary question."""
    return AGREEMENTS.get(form.id, {}).get(path)


def may_agree(form: Form, code: str) -> bool:
    """Whether an agreement may be recorded from the text in the language `code`."""
    return status(form, code) >= Status.APPROVED


def offered(engine: FormEngine, path: str, choices: Sequence[Choice]) -> tuple[Choice, ...]:
    """The choices that may stand on her screen in the engine's language.

    Those that agree are left out of a draft, unless the officer has recorded one already.
    """
    asked = agreement(engine.form, path)
    if asked is None or may_agree(engine.form, engine.language):
        return tuple(choices)
    now = engine.node(path).value
    return tuple(c for c in choices if c.value not in asked.values or c.value == now)


def is_closed(engine: FormEngine, path: str) -> bool:
    """Whether nothing can be answered at `path`, as to sign below a draft."""
    asked = agreement(engine.form, path)
    return asked is not None and not asked.values and not may_agree(engine.form, engine.language)


def is_refused(engine: FormEngine, path: str, value: str) -> bool:
    """Whether `value` would agree on the strength of a draft: her screen does not take it."""
    asked = agreement(engine.form, path)
    if asked is None or not value or may_agree(engine.form, engine.language):
        return False
    agrees = not asked.values or value in asked.values
    return agrees and value != engine.node(path).value


def how_asked(engine: FormEngine, path: str, value: str) -> tuple[str, str] | None:
    """The question that says how she was asked, and its answer; None where she did not agree."""
    asked = agreement(engine.form, path)
    if asked is None or not value or (asked.values and value not in asked.values):
        return None
    if not may_agree(engine.form, engine.language):
        return None
    english = engine.language == ENGLISH.code
    return asked.how, ASKED_IN_ENGLISH if english else ASKED_IN_APPROVED
