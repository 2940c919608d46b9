"""The sealed envelope: what leaves the notebook, for the force's eyes alone, provably unchanged."""

from exports.envelope.content import Attached, Content
from exports.envelope.errors import EnvelopeError, NotAnEnvelope, NotForThisKey, Spoilt
from exports.envelope.routing import Routing
from exports.envelope.sealing import Sealed, seal
from exports.envelope.unsealing import Unsealed, unseal
from exports.envelope.verifying import Result, Verdict, verify

__all__ = [
    "Attached",
    "Content",
    "EnvelopeError",
    "NotAnEnvelope",
    "NotForThisKey",
    "Result",
    "Routing",
    "Sealed",
    "Spoilt",
    "Unsealed",
    "Verdict",
    "seal",
    "unseal",
    "verify",
]
