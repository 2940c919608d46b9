"""Conversation prompts beside a note: openings in any order, and never a total or a verdict."""

from desktop.prompts.beside import FORM, Beside, draft_beside
from desktop.prompts.panel import PromptsPanel

__all__ = ["FORM", "Beside", "PromptsPanel", "draft_beside"]
