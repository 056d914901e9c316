"""What this desk remembers between two starts: never anything of a patient."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote

from PySide6.QtCore import QByteArray

from praxidesk.engine.waiting_order import WaitingOrder
from praxidesk.ui.calendar.colour_by import ColourBy
from praxidesk.ui.settings_file import SettingsFile
from praxidesk.ui.shown.arrangement import ColumnsBy, Grid, LockAfter, WeekLength
from praxidesk.ui.shown.view_kind import ViewKind
from praxidesk.ui.wording.language import Language, system_language

if TYPE_CHECKING:
    from praxidesk.worker.server_address import ServerAddress

_Choice = TypeVar("_Choice", bound=StrEnum)


class ThemeMode(StrEnum):
    """Which palette, or whichever the system has."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Panel(StrEnum):
    """What can be folded away; named as its action."""

    SIDE = "side_panel"
    DETAILS = "details_panel"
    WAITING = "waiting_room"


_USUAL = {
    Panel.SIDE: frozenset({ViewKind.DAY, ViewKind.WEEK, ViewKind.MONTH}),
    Panel.DETAILS: frozenset({ViewKind.DAY, ViewKind.ROOMS}),
    Panel.WAITING: frozenset(),
}
"""Beside which views a panel is open at first."""


_SERVER = ("host", "port", "database", "user", "encryption", "certificate")


class DeskSettings:
    """Reads leniently: what an older or newer program wrote, or nobody, falls back to the usual."""

    def __init__(self, store: SettingsFile) -> None:
        self._store = store

    def sync(self) -> None:
        """Wait until all of it is on the disk."""
        self._store.sync()

    @property
    def theme(self) -> ThemeMode:
        """Light, dark or the system's."""
        return self._choice("look/theme", ThemeMode.SYSTEM)

    @theme.setter
    def theme(self, mode: ThemeMode) -> None:
        self._store.set_value("look/theme", mode.value)

    @property
    def language(self) -> Language:
        """German, where the system does not speak English."""
        return self._choice("look/language", system_language())

    @language.setter
    def language(self, language: Language) -> None:
        self._store.set_value("look/language", language.value)

    @property
    def view(self) -> ViewKind:
        """The view shown last."""
        return self._choice("calendar/view", ViewKind.DAY)

    @view.setter
    def view(self, view: ViewKind) -> None:
        self._store.set_value("calendar/view", view.value)

    @property
    def colour_by(self) -> ColourBy:
        """What gives a tile its colour."""
        return self._choice("calendar/colour_by", ColourBy.TYPE)

    @colour_by.setter
    def colour_by(self, by: ColourBy) -> None:
        self._store.set_value("calendar/colour_by", by.value)

    @property
    def week_length(self) -> WeekLength:
        """How many days a week shows."""
        return self._choice("calendar/week_length", WeekLength.AUTO)

    @week_length.setter
    def week_length(self, length: WeekLength) -> None:
        self._store.set_value("calendar/week_length", length.value)

    @property
    def grid(self) -> Grid:
        """How fine the grid of day and week is."""
        return self._choice("calendar/grid", Grid.AUTO)

    @grid.setter
    def grid(self, grid: Grid) -> None:
        self._store.set_value("calendar/grid", grid.value)

    @property
    def filter(self) -> str:
        """As ``FilterCodes`` writes it; empty where nothing is remembered."""
        return self._store.value("calendar/filter")

    @filter.setter
    def filter(self, written: str) -> None:
        self._store.set_value("calendar/filter", written)

    @property
    def recent_commands(self) -> tuple[str, ...]:
        """What was chosen last in the list of commands, the newest first, by the names of actions."""
        return tuple(each for each in self._store.value("commands/recent").split() if each)

    @recent_commands.setter
    def recent_commands(self, names: Iterable[str]) -> None:
        self._store.set_value("commands/recent", " ".join(names))

    def saved_view(self, slot: int) -> str:
        """What F1 to F8 bring back, as ``SavedView`` writes it; empty for nothing."""
        return self._store.value(f"views/f{slot}")

    def set_saved_view(self, slot: int, written: str) -> None:
        """Keep a view on a key; empty for nothing."""
        self._store.set_value(f"views/f{slot}", written)

    def columns(self, view: ViewKind) -> ColumnsBy:
        """Whose columns a view shows."""
        return self._choice(f"calendar/columns_{view}", ColumnsBy.BOTH)

    def set_columns(self, view: ViewKind, columns: ColumnsBy) -> None:
        """Remember whose columns a view shows."""
        self._store.set_value(f"calendar/columns_{view}", columns.value)

    @property
    def waiting_order(self) -> WaitingOrder:
        """What those in the waiting room are ordered by."""
        return self._choice("waiting/order", WaitingOrder.APPOINTMENT)

    @waiting_order.setter
    def waiting_order(self, order: WaitingOrder) -> None:
        self._store.set_value("waiting/order", order.value)

    @property
    def desk_name(self) -> str:
        """What somebody called this desk; empty where nobody has."""
        return self._store.value("desk/name")

    @desk_name.setter
    def desk_name(self, name: str) -> None:
        self._store.set_value("desk/name", name)

    @property
    def books_by_line(self) -> bool:
        """Whether a new booking opens as a line to type, or as fields."""
        return self._store.value("booking/by", "line") != "fields"

    @books_by_line.setter
    def books_by_line(self, by_line: bool) -> None:
        self._store.set_value("booking/by", "line" if by_line else "fields")

    @property
    def lock_after(self) -> LockAfter:
        """When the window locks itself."""
        return self._choice("sign_in/lock_after", LockAfter.FIVE)

    @lock_after.setter
    def lock_after(self, after: LockAfter) -> None:
        self._store.set_value("sign_in/lock_after", after.value)

    @property
    def geometry(self) -> QByteArray | None:
        """Of the window."""
        found = self._store.value("window/geometry")
        return QByteArray.fromBase64(found.encode("ascii", "replace")) if found else None

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._store.set_value("window/geometry", bytes(geometry.toBase64().data()).decode("ascii"))

    def actors(self, view: ViewKind) -> tuple[str, ...] | None:
        """Codes of those chosen in a view; ``None`` where nobody has chosen yet."""
        found = self._store.value(f"calendar/actors_{view}")
        return tuple(found.split("\n")) if found else None

    def set_actors(self, view: ViewKind, codes: Iterable[str]) -> None:
        """Remember who is chosen in a view."""
        self._store.set_value(f"calendar/actors_{view}", "\n".join(codes))

    def zoom(self, view: ViewKind) -> int | None:
        """Pixels for five minutes; ``None`` for the usual."""
        found = self._store.value(f"calendar/zoom_{view}")
        return int(found) if found.isdecimal() else None

    def set_zoom(self, view: ViewKind, pixels: int) -> None:
        """Remember how large a view is drawn."""
        self._store.set_value(f"calendar/zoom_{view}", str(pixels))

    @property
    def server(self) -> ServerAddress | None:
        """The database server this desk worked on last; never with a password."""
        from praxidesk.worker.server_address import (  # noqa: PLC0415 - not before the first paint
            DEFAULT_PORT,
            Encryption,
            ServerAddress,
        )

        texts = {key: self._store.value(f"server/{key}") for key in _SERVER}
        if not texts["host"]:
            return None
        port = int(texts["port"]) if texts["port"].isdecimal() else DEFAULT_PORT
        ways = {each.value: each for each in Encryption}
        way = ways.get(texts["encryption"], Encryption.CHECKED)
        return ServerAddress(texts["host"], port, texts["database"], texts["user"], way, texts["certificate"])

    @server.setter
    def server(self, address: ServerAddress) -> None:
        for key in _SERVER:
            self._store.set_value(f"server/{key}", str(getattr(address, key)))

    def last_login(self, place: str) -> str:
        """Who worked last with the store at a place; empty where nobody has."""
        return self._store.value(f"sign_in/{quote(place, safe='')}/login")

    def login_end(self, place: str, login: str) -> int | None:
        """The instant until which a login was valid when it was last used here, where it has an end."""
        found = self._store.value(f"sign_in/{quote(place, safe='')}/until_{quote(login, safe='')}")
        return int(found) if found.isdecimal() else None

    def set_last_login(self, place: str, login: str, until: int | None) -> None:
        """Remember who works there, and until when that login is valid."""
        at = f"sign_in/{quote(place, safe='')}"
        self._store.set_value(f"{at}/login", login)
        self._store.set_value(f"{at}/until_{quote(login, safe='')}", "" if until is None else str(until))

    def parked(self, place: str, login: str) -> tuple[int, ...]:
        """Numbers of the entries that somebody has parked at this desk, of the store at a place; in order."""
        found = self._store.value(_parked_key(place, login))
        return tuple(int(each) for each in found.split("\n") if each.isdecimal())

    def set_parked(self, place: str, login: str, entries: Iterable[int]) -> None:
        """Remember them: in another store the same numbers are others' entries."""
        self._store.set_value(_parked_key(place, login), "\n".join(str(each) for each in entries))

    def is_panel_shown(self, panel: Panel, view: ViewKind) -> bool:
        """Whether a panel is open beside a view."""
        usual = "yes" if view in _USUAL[panel] else "no"
        return self._store.value(f"window/{panel}_{view}", usual) != "no"

    def set_panel_shown(self, panel: Panel, view: ViewKind, shown: bool) -> None:
        """Remember a panel."""
        self._store.set_value(f"window/{panel}_{view}", "yes" if shown else "no")

    def _choice(self, key: str, usual: _Choice) -> _Choice:
        found = self._store.value(key)
        kinds = type(usual)
        return kinds(found) if found in set(kinds) else usual


def _parked_key(place: str, login: str) -> str:
    # No part of a key may be empty: who works without an account has no login.
    return f"parked/at_{quote(place, safe='')}/by_{quote(login, safe='')}"
