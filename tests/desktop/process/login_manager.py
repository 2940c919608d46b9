"""Stands in for systemd-logind on a bus of the test: gives delay locks and announces sleep."""

import os
import sys
import threading

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusUnixFileDescriptor,
    QDBusVirtualObject,
)

NAME, PATH = "org.freedesktop.login1", "/org/freedesktop/login1"


class Manager(QDBusVirtualObject):
    def introspect(self, _path: str) -> str:
        return ""

    def handleMessage(  # noqa: N802 - Qt's name
        self, message: QDBusMessage, connection: QDBusConnection
    ) -> bool:
        """A delay lock is the writing end of a pipe: when all its copies are closed, we see it."""
        if message.member() != "Inhibit":
            return False
        ours, theirs = os.pipe()
        connection.send(message.createReply([QDBusUnixFileDescriptor(theirs)]))
        os.close(theirs)
        print("delay", message.arguments(), flush=True)
        threading.Thread(target=self._wait, args=(ours,), daemon=True).start()
        return True

    def _wait(self, descriptor: int) -> None:
        os.read(descriptor, 1)
        print("released", flush=True)


class Orders(QObject):
    given = Signal(str)


def main() -> int:
    application = QCoreApplication(sys.argv)
    bus = QDBusConnection.systemBus()
    manager = Manager()
    assert bus.registerVirtualObject(PATH, manager)
    assert bus.registerService(NAME)
    orders = Orders()

    def announce(_order: str) -> None:
        message = QDBusMessage.createSignal(PATH, f"{NAME}.Manager", "PrepareForSleep")
        message.setArguments([True])
        bus.send(message)

    def listen() -> None:
        for line in sys.stdin:
            orders.given.emit(line)
        os._exit(0)

    orders.given.connect(announce)
    threading.Thread(target=listen, daemon=True).start()
    print("ready", flush=True)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
