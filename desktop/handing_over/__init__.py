"""Hand-over as an officer meets it: records sealed to somebody, taken in, and receipts."""

from desktop.handing_over.card import HandoverCard
from desktop.handing_over.origin import OriginLine
from desktop.handing_over.panel import HandoverPanel

__all__ = ["HandoverCard", "HandoverPanel", "OriginLine"]
