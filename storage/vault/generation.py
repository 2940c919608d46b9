"""What the database remembers of the header: its newest generation.

Somebody with an old copy of the header could put it back, and with it a passphrase that has been
removed since. So the database knows how far the header had come, as the anchor knows it of the
database.
"""

from storage.session import Session

_NAME = "vault.header"


def learn(session: Session, generation: int) -> None:
    """Remember that the header has come to `generation`."""
    session.settings.set(_NAME, generation)


def known(session: Session) -> int:
    """The newest generation that was remembered; 0 where none was."""
    return int(session.settings.get(_NAME, 0))
