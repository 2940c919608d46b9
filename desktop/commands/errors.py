"""What a command says when it cannot go on."""


class CommandError(Exception):
    """A command that cannot go on; its text is the clear sentence for stderr."""
