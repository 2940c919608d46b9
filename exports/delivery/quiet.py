"""Keeps addresses, tokens and passwords out of every log, whatever a log is set to."""

import logging

_TALKATIVE = ("httpx", "httpcore", "urllib3", "hpack", "truststore")


class _Nothing(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:  # noqa: ARG002 - logging's own name
        """No record passes."""
        return False


_NOTHING = _Nothing()


def hush() -> None:
    """Silence the libraries that would log requests: their addresses hold tokens.

    Filters don't reach child loggers, so each logger that is there is silenced by itself.
    """
    for name in [*_TALKATIVE, *logging.root.manager.loggerDict]:
        if name.partition(".")[0] in _TALKATIVE:
            logger = logging.getLogger(name)
            if _NOTHING not in logger.filters:
                logger.addFilter(_NOTHING)
