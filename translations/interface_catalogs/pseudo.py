"""A language nobody speaks: English with accents and a third more letters, in brackets."""

import gettext
import re

LONGER, MIRRORED = "qps-ploc", "qps-plocm"
TAGS = (LONGER, MIRRORED)
OPEN, CLOSE = "[", "]"
_ACCENTED = str.maketrans(
    "aceginorsuyzACEGINORSUYZ", "áçéğíñöŕšůýžÁÇÉĞÍÑÖŔŠŮÝŽ"
)  # in every font that is shipped
_KEPT = re.compile(r"(\{[^{}]*\}|<[^<>]+>|&\w+;|\n)")
"""What a text holds besides words: fields, mark-up, ends of lines."""


class Pseudo(gettext.NullTranslations):
    """Gives each text accented, a third longer and in brackets: what is left plain stands out."""

    def gettext(self, message: str) -> str:
        """The text of `message`."""
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The text of one of the two English forms."""
        return pseudo(msgid1 if n == 1 else msgid2)


def pseudo(message: str) -> str:
    """`message` accented, a third longer, in brackets; fields and mark-up stay as they are."""
    if not message:
        return message
    parts = _KEPT.split(message)
    words = "".join(p if _KEPT.fullmatch(p) else p.translate(_ACCENTED) for p in parts)
    letters = sum(len(p) for p in parts if not _KEPT.fullmatch(p))
    return f"{OPEN}{words}{' ~' * (letters // 6)}{CLOSE}"
