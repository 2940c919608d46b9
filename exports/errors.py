"""What can stop a document, told apart so that the caller can say what to do."""

import unicodedata


class ExportError(Exception):
    """The root of everything that stops an export; nothing was written."""


class MissingGlyph(ExportError):
    """A character stands in the text that no shipped font can draw.

    Attributes:
        character: the character itself.
        name: its Unicode name, or its general category where it has none.
        where: the place in the document, without quoting what stands there.
    """

    def __init__(self, character: str, where: str) -> None:
        self.character = character
        self.name = unicodedata.name(
            character, f"a character without a name ({unicodedata.category(character)})"
        )
        self.where = where
        super().__init__(f"U+{ord(character):04X} {self.name} cannot be printed: {where}")


class ExportCancelled(ExportError):
    """The caller asked to stop; no file was left behind."""


class PaperRefused(ExportError):
    """A rule keeps this paper from being written; the sentence says which, and what to do."""


class CannotWrite(ExportError):
    """The file could not be written; what stood there before is untouched.

    Attributes:
        path: the file that was to be written.
        reason: the system's own sentence.
    """

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: {reason}")
