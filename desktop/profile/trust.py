"""Which profile counts where profiles are signed: whose signature, and what if it is not there.

Whose signature counts is said by a file in the machine's configuration folder; where it has none,
the first signed profile that an officer uses says it for good. From then on a profile without that
signature is refused, and the last good one stays in use and says what was refused. Where nothing
was ever signed, a profile works as it is.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.profile.model import Profile, ProfileErrors
from desktop.profile.places import places
from desktop.profile.signing import (
    list_signed_by,
    refusal,
    signature_of,
    signed_by,
    signer_in,
)
from translations.interface import _

if TYPE_CHECKING:
    from storage.tables.devices import Device

SIGNER_FILE = "profile-signer.txt"
_LAST_GOOD = "profile-last-good"


def trusted(profile: Profile) -> Profile:
    """`profile` with who signed it, or the last good one where it is not as it was signed.

    Raises ProfileErrors where it is not, and no good one was used here before.
    """
    pin, good = places().site_config_path / SIGNER_FILE, places().user_state_path / _LAST_GOOD
    pins = [path for path in (pin, *good.glob("*.sig")) if path.is_file()]
    if profile.is_sample or not (pins or signature_of(profile.source).is_file()):
        return profile
    try:
        signer = _pinned(profile, pins)
        signed = profile._replace(signed_by=signed_by(profile, signer))
    except (ProfileErrors, OSError) as error:
        return _instead(profile, good, error)
    _keep(profile, good)
    return signed


def trusted_devices(path: Path) -> "tuple[Device, ...]":
    """The devices in the list at `path`.

    Raises:
        OSError: it can't be read.
        NotAKey: it is no list, or not as it was signed; where the machine says whose signature
            counts, it has to have that.
    """
    from storage.tables.devices import read_list

    pin = places().site_config_path / SIGNER_FILE
    if pin.is_file() or signature_of(path).is_file():
        list_signed_by(path, signer_in(pin) if pin.is_file() else "")
    return read_list(path.read_text(encoding="utf-8", errors="replace"))


def _pinned(profile: Profile, pins: list[Path]) -> str:
    from storage.errors import NotAKey

    try:
        return signer_in(pins[0]) if pins else ""
    except NotAKey:
        problem = _("The file that says whose signature counts is damaged.")
        raise refusal(profile, problem) from None


def _instead(refused: Profile, good: Path, error: Exception) -> Profile:
    """The last good profile; it is checked as it was when it came."""
    from desktop.profile import reading

    signature = next(good.glob("*.sig"), None)
    if signature is None:
        raise error
    kept = reading.read(signature.with_suffix(""), is_sample=False)
    pin = places().site_config_path / SIGNER_FILE
    name = signed_by(kept, _pinned(refused, [pin] if pin.is_file() else [signature]))
    return kept._replace(signed_by=name, refused=str(error))


def _keep(profile: Profile, good: Path) -> None:
    """Have a copy of `profile` as the last good one, with its signature and what it names.

    Nothing depends on it today: where the disk does not take it, it is tried the next time.
    """
    import shutil  # every start reads this module, and few come here

    beside = profile.source.parent
    files = [profile.source, signature_of(profile.source), *profile.files()]
    inside = {path.relative_to(beside): path for path in files if path.is_relative_to(beside)}
    if good == beside or all(_same(path, good / name) for name, path in inside.items()):
        return
    fresh = good.with_name(good.name + "-new")
    try:
        shutil.rmtree(fresh, ignore_errors=True)
        for name, path in inside.items():
            (fresh / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, fresh / name)
        shutil.rmtree(good, ignore_errors=True)
        fresh.rename(good)
    except OSError:
        return


def _same(one: Path, other: Path) -> bool:
    return other.is_file() and one.read_bytes() == other.read_bytes()
