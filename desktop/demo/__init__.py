"""The demonstration: a visit played through the real windows on sample data."""

from desktop.demo.play import play

__all__ = ["play"]
