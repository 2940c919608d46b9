"""Why an envelope does not open, as a tree.

EnvelopeError
├── NotAnEnvelope   another kind of file
├── Spoilt          it is not what its device sealed
└── NotForThisKey   it was sealed to another key
"""

from exports.errors import ExportError


class EnvelopeError(ExportError):
    """What keeps an envelope from being opened."""


class NotAnEnvelope(EnvelopeError):
    """Another kind of file, or one from a newer Fieldbook."""


class Spoilt(EnvelopeError):
    """It is not, or not wholly, what its device sealed."""


class NotForThisKey(EnvelopeError):
    """It was sealed to other keys than the one that was given."""
