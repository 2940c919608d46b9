"""How everything looks: tokens, palette and style sheet. Components lie in the modules beside."""

from desktop.theme.look import Look, Theme, apply, current

__all__ = ["Look", "Theme", "apply", "current"]
