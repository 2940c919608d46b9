"""Where the notebook to play in lies and what opens it; known before anything of a vault is."""

from pathlib import Path

from desktop.profile import places

PASSPHRASE = "sample data only: heron juniper linnet"
NAME = "Sample"


def folder() -> Path:
    """Where this user's notebook to play in lies, or would."""
    return Path(places().user_data_path) / NAME


def is_sample(notebook: Path) -> bool:
    """Whether the notebook in this folder is the one to play in."""
    return notebook == folder()


def is_there() -> bool:
    """Whether it has been made, whole."""
    return (folder() / "header.json").exists()
