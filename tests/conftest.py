"""No test needs a display, and none touches the settings of whoever runs it."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_settings = tempfile.TemporaryDirectory(prefix="fieldbook-tests-")
for _variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
    os.environ[_variable] = str(Path(_settings.name) / _variable)

# How long an example takes says nothing of whether it is right; where changes are judged, the
# examples are the same every time.
settings.register_profile(
    "fieldbook",
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("fieldbook")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The demonstration takes longest: it begins first, and the others go on beside it."""
    items.sort(key=lambda item: item.path.name != "test_demo.py")
