"""Which languages are written from right to left."""

_LEFTWARD = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def is_leftward(language: str) -> bool:
    """Whether `language` (BCP 47) is written from right to left."""
    return language.partition("-")[0] in _LEFTWARD
