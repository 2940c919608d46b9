"""No test needs a display, and none touches the settings of whoever runs it."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_settings = tempfile.TemporaryDirectory(prefix="fieldbook-tests-")
for _variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
    os.environ[_variable] = str(Path(_settings.name) / _variable)
