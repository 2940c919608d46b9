"""The security key as a command meets it: asks for its PIN, and to touch it."""

import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.secrets import read_secret

if TYPE_CHECKING:  # fido2 is slow to load
    from storage.keys.security_key import NewSecurityKey, SecurityKey


class AtTerminal:
    """The person at the terminal; `pin_file` gives the PIN without asking."""

    def __init__(self, pin_file: str | None) -> None:
        """Read the PIN from the first line of `pin_file`, or ask where it is None."""
        self._pin_file = pin_file

    def touch(self) -> None:
        """See `storage.keys.fido.Person`."""
        print("Touch the security key.", file=sys.stderr)

    def pin(self, tries: int) -> str | None:
        """See `storage.keys.fido.Person`."""
        if self._pin_file:
            return read_secret(self._pin_file, "PIN: ")
        return getpass.getpass(f"PIN of the security key ({tries} tries left): ") or None


def ask_key(vault: Path, pin_file: str | None) -> "SecurityKey":
    """What the key that is plugged in opens the vault in the folder `vault` with."""
    from storage.keys import header
    from storage.keys.security_key import SecurityKey

    newest, _mac = header.read(vault).copies[0]
    return SecurityKey.ask(newest.slots, AtTerminal(pin_file))


def ask_new_key(name: str, pin_file: str | None) -> "NewSecurityKey":
    """What the key that is plugged in makes a new slot with."""
    from storage.keys.security_key import NewSecurityKey

    print("The key is asked twice: touch it whenever it blinks.", file=sys.stderr)
    return NewSecurityKey.ask(name, AtTerminal(pin_file))
