"""Passwords in the keyring of the operating system: the only place that keeps one. Not for the GUI thread."""

import logging
from typing import Protocol, runtime_checkable

SERVICE = "PraxiDesk"
_OF_SYSTEMS = (
    "keyring.backends.SecretService",
    "keyring.backends.kwallet",
    "keyring.backends.libsecret",
    "keyring.backends.macOS",
    "keyring.backends.Windows",
)
"""Not one that writes passwords into a file of its own, however it calls itself."""

log = logging.getLogger(__name__)


@runtime_checkable
class Keyring(Protocol):
    """What a backend of ``keyring`` offers."""

    def get_password(self, service: str, username: str) -> str | None:
        """What is kept."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it."""

    def delete_password(self, service: str, username: str) -> None:
        """Keep it no more."""


def system_keyring() -> Keyring | None:
    """The one of this computer; ``None`` where it has none."""
    try:
        from keyring import get_keyring  # noqa: PLC0415 - not before somebody signs in
    except ImportError:
        return None
    found = get_keyring()
    for each in (found, *getattr(found, "backends", ())):
        if type(each).__module__.startswith(_OF_SYSTEMS) and isinstance(each, Keyring):
            return each
    return None


class KeyringBox:
    """The passwords of this program in the keyring, by place and login. Trouble with it is only logged."""

    def __init__(self) -> None:
        self._keyring = system_keyring()

    @property
    def is_there(self) -> bool:
        """Whether this computer has one."""
        return self._keyring is not None

    def password(self, place: str, login: str) -> str | None:
        """What was kept for this login."""
        if self._keyring is None or not login:
            return None
        try:
            return self._keyring.get_password(SERVICE, _key(place, login))
        except Exception as trouble:  # noqa: BLE001 - each backend has exceptions of its own
            _note("read", trouble)
            return None

    def keep(self, place: str, login: str, password: str) -> bool:
        """Keep it; whether it is kept."""
        if self._keyring is None:
            return False
        try:
            self._keyring.set_password(SERVICE, _key(place, login), password)
        except Exception as trouble:  # noqa: BLE001 - as above
            _note("written", trouble)
            return False
        return True

    def forget(self, place: str, login: str) -> None:
        """Keep it no more."""
        if self._keyring is None or self.password(place, login) is None:
            return
        try:
            self._keyring.delete_password(SERVICE, _key(place, login))
        except Exception as trouble:  # noqa: BLE001 - as above
            _note("changed", trouble)


def _key(place: str, login: str) -> str:
    return f"{login}@{place}"


def _note(what: str, trouble: Exception) -> None:
    """By the name of its class only: a backend may quote what it was given."""
    log.warning("the keyring cannot be %s: %s", what, type(trouble).__name__)
