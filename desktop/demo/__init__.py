"""The demonstration: a visit played through the real windows on sample data."""

from desktop.demo.play import DemoFailed, play

__all__ = ["DemoFailed", "play"]
