"""The words of a disclosure copy: what a mark says, and what its ground means."""

from exports.disclosure.cutting import Ground
from translations.interface import _


def mark_words(ground: Ground) -> str:
    """What stands where words were taken out, in brackets."""
    return {
        Ground.OTHERS: _("[taken out: about somebody else]"),
        Ground.SOURCE: _("[taken out: a source]"),
        Ground.SAFETY: _("[taken out: somebody’s safety]"),
        Ground.PROCEEDINGS: _("[taken out: an inquiry or a case]"),
        Ground.PRIVILEGE: _("[taken out: legal privilege]"),
        Ground.IRRELEVANT: _("[taken out: not asked for]"),
    }[ground]


def ground_words(ground: Ground) -> str:
    """The ground in a few words, for choosing one and for the list at the end."""
    return {
        Ground.OTHERS: _("It is about somebody else"),
        Ground.SOURCE: _("It could show who a source is"),
        Ground.SAFETY: _("It could put somebody in danger"),
        Ground.PROCEEDINGS: _("It could harm an inquiry or a case"),
        Ground.PRIVILEGE: _("It is covered by legal privilege"),
        Ground.IRRELEVANT: _("It is not what was asked for"),
    }[ground]
