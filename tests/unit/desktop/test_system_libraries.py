import sys

import pytest

from desktop import system_libraries
from desktop.command_line import main

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the others bring their own")


def test_where_qt_starts_nothing_is_missing() -> None:
    assert system_libraries.told() == ""


def test_a_missing_library_is_told_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(system_libraries.OF_QT, "libnowhere.so.1", "libnowhere1")
    assert system_libraries.missing() == ("libnowhere1",)
    assert system_libraries.told().endswith("apt-get install libnowhere1")


def test_what_x11_needs_is_not_asked_for_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(system_libraries.OF_X11, "libnowhere.so.1", "libnowhere1")
    monkeypatch.delenv("DISPLAY", raising=False)
    assert "libnowhere1" not in system_libraries.missing()
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    assert "libnowhere1" in system_libraries.missing()


def test_the_version_is_the_packages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("fieldbook 0.")
