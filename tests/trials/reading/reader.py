"""Reads every window on the accessibility bus. Run by the system's Python: it needs Gio alone."""

import json
import sys
from pathlib import Path

from gi.repository import Gio, GLib

ACCESSIBLE = "org.a11y.atspi.Accessible"
ROOT = "/org/a11y/atspi/accessible/root"
WANTED = {
    "push button",
    "button",
    "radio button",
    "check box",
    "combo box",
    "text",
    "entry",
    "list",
    "table",
    "list item",
    "table cell",
    "menu item",
    "spin button",
    "slider",
    "page tab",
}
SHOWING = 1 << 25
MOST = 600


LISTENS = 20  # seconds


def main(what, out):
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    (address,) = call(session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
    flags = Gio.DBusConnectionFlags
    kind = flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION
    bus = Gio.DBusConnection.new_for_address_sync(address, kind, None, None)
    if what == "listen":
        listen(bus, out)
        return
    lines = []
    (applications,) = call(bus, "org.a11y.atspi.Registry", ROOT, ACCESSIBLE, "GetChildren")
    for name, path in applications:
        read(bus, name, path, lines)
    out.write_text(json.dumps(lines, ensure_ascii=False), encoding="utf-8")


def listen(bus, out):
    """Write down what is said without being asked."""
    said = []

    def heard(_bus, _sender, _path, _interface, signal, values):
        found = values.unpack()
        said.append(f"{signal}: {found[3]}")

    kind = "org.a11y.atspi.Event.Object"
    bus.signal_subscribe(None, kind, "Announcement", None, None, Gio.DBusSignalFlags.NONE, heard)
    ask = GLib.Variant("(s)", ("object:announcement",))
    bus.call_sync(
        "org.a11y.atspi.Registry",
        "/org/a11y/atspi/registry",
        "org.a11y.atspi.Registry",
        "RegisterEvent",
        ask,
        None,
        0,
        5000,
        None,
    )
    loop = GLib.MainLoop()
    GLib.timeout_add_seconds(LISTENS, loop.quit)
    loop.run()
    out.write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")


def read(bus, name, path, lines):
    if len(lines) >= MOST:
        return
    (role,) = call(bus, name, path, ACCESSIBLE, "GetRoleName")
    (states,) = call(bus, name, path, ACCESSIBLE, "GetState")
    shown = bool(states[0] & SHOWING)
    if shown or role in ("application", "list item", "table cell"):
        lines.append({"role": role, "name": told(bus, name, path), "wanted": role in WANTED})
    elif role not in ("application", "frame", "window"):
        return
    (children,) = call(bus, name, path, ACCESSIBLE, "GetChildren")
    for child, at in children:
        read(bus, child, at, lines)


def told(bus, name, path):
    """The name of one thing."""
    ask = GLib.Variant("(ss)", (ACCESSIBLE, "Name"))
    answer = bus.call_sync(
        name, path, "org.freedesktop.DBus.Properties", "Get", ask, None, 0, 5000, None
    )
    return answer.unpack()[0]


def call(bus, name, path, interface, method):
    """What a method without arguments answers."""
    return bus.call_sync(name, path, interface, method, None, None, 0, 10000, None).unpack()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
