"""Reading a TOML table or a JSON object key by key, collecting what is wrong instead of stopping at it."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final, TypeVar

from praxidesk.engine.outcomes import FieldError
from praxidesk.exchange.texts import NAME_LENGTH, UnreadableError, checked_text, printable, shown

T = TypeVar("T")

_MISSING: Final = object()
MOST_FAULTS = 100
"""More are counted, not kept: nobody reads them, and a hostile file could make millions."""


class Faults:
    """What is wrong with one document."""

    def __init__(self) -> None:
        self._found: list[FieldError] = []
        self._left_out = 0

    def __bool__(self) -> bool:
        """Whether anything is wrong."""
        return bool(self._found)

    def add(self, path: str, message: str) -> None:
        """Note one; the field as its path, such as ``practitioner[0].hours[1].to``."""
        if len(self._found) < MOST_FAULTS:
            self._found.append(FieldError(path, message))
        else:
            self._left_out += 1

    @property
    def found(self) -> tuple[FieldError, ...]:
        """All that were kept, and a last one that counts the rest."""
        if not self._left_out:
            return tuple(self._found)
        return (*self._found, FieldError("", f"and {self._left_out:,} more faults"))


class DoubledKeys(dict[str, object]):
    """An object in which keys stood twice: ``doubled`` names them."""

    doubled: tuple[str, ...] = ()


class Fields:
    """One table or object being read. What nobody asks for is unknown, and ``close`` says so.

    Every reader answers with the value, or notes a fault and answers with the default.
    """

    def __init__(self, values: Mapping[str, object], path: str, faults: Faults, owner: str = "") -> None:
        self._values = values
        self._path = path
        self._asked: set[str] = set()
        self.faults = faults
        self.owner = owner
        """Code of whom the table describes; stands before every message, also of inner tables."""
        for key in getattr(values, "doubled", ()):
            self.fault(key, "stands twice")

    def path(self, key: str) -> str:
        """Where a key stands in the document."""
        key = printable(key)
        return f"{self._path}.{key}" if self._path and key else key or self._path

    def fault(self, key: str, message: str) -> None:
        """Note what is wrong with a key; the empty one is the table itself."""
        self.faults.add(self.path(key), f"{self.owner}: {message}" if self.owner else message)

    def has(self, key: str) -> bool:
        """Whether the key stands here, whatever its value."""
        return key in self._values

    def keys(self) -> tuple[str, ...]:
        """All keys that stand here, in the order of the document."""
        return tuple(self._values)

    def raw(self, key: str) -> object:
        """The unread value; ``None`` where there is none."""
        self._asked.add(key)
        return self._values.get(key)

    def close(self) -> None:
        """Note every key that nobody asked for."""
        for key in self._values:
            if key not in self._asked:
                self.fault(key, "is an unknown key")

    def refuse(self, key: str, reason: str) -> None:
        """Note a fault if the key stands here, where it must not."""
        if key in self._values:
            self._asked.add(key)
            self.fault(key, reason)

    def parsed(self, key: str, parse: Callable[[object], T], default: T, *, required: bool = False) -> T:
        """The value as ``parse`` reads it, which raises ``UnreadableError`` with the reason."""
        self._asked.add(key)
        value = self._values.get(key, _MISSING)
        if value is _MISSING:
            if required:
                self.fault(key, "is missing")
            return default
        try:
            return parse(value)
        except UnreadableError as unreadable:
            self.fault(key, str(unreadable))
            return default

    def text(
        self,
        key: str,
        most: int = NAME_LENGTH,
        *,
        required: bool = False,
        several_lines: bool = False,
        any_control: bool = False,
    ) -> str:
        """A text; a required one is not blank."""

        def parse(value: object) -> str:
            text = checked_text(value, most, several_lines=several_lines, any_control=any_control)
            if required and not text.strip():
                raise UnreadableError(f"{shown(text)} is empty")
            return text

        return self.parsed(key, parse, "", required=required)

    def integer(
        self, key: str, low: int, high: int, default: int | None = None, *, required: bool = False
    ) -> int | None:
        """A whole number from ``low`` to ``high``, both included; true and false are none."""

        def parse(value: object) -> int | None:
            if isinstance(value, bool) or not isinstance(value, int):
                raise UnreadableError(f"{shown(value)} is no whole number")
            if not low <= value <= high:
                raise UnreadableError(f"{shown(value)} is not from {low:,} to {high:,}")
            return value

        return self.parsed(key, parse, default, required=required)

    def flag(self, key: str, *, default: bool = False) -> bool:
        """True or false."""

        def parse(value: object) -> bool:
            if not isinstance(value, bool):
                raise UnreadableError(f"{shown(value)} is neither true nor false")
            return value

        return self.parsed(key, parse, default)

    def choice(
        self, key: str, choices: Mapping[str, T], default: T | None = None, *, required: bool = False
    ) -> T | None:
        """One of a few words."""
        return self.parsed(key, lambda value: chosen(value, choices), default, required=required)

    def items(self, key: str, *, required: bool = False) -> list[object]:
        """A list, not empty where it is required."""

        def parse(value: object) -> list[object]:
            if not isinstance(value, list):
                raise UnreadableError(f"{shown(value)} is no list")
            if required and not value:
                raise UnreadableError("the list is empty")
            return value

        return self.parsed(key, parse, [], required=required)

    def each(self, key: str, parse: Callable[[object], T], *, required: bool = False) -> tuple[T, ...]:
        """A list of different values, each read by ``parse``; the unreadable ones are left out."""
        read: dict[T, None] = {}
        for index, item in enumerate(self.items(key, required=required)):
            try:
                value = parse(item)
                if value in read:
                    raise UnreadableError(f"{shown(item)} stands twice")  # noqa: TRY301 - noted like the others
                read[value] = None
            except UnreadableError as unreadable:
                self.fault(f"{key}[{index}]", str(unreadable))
        return tuple(read)

    def choices(self, key: str, choices: Mapping[str, T], *, required: bool = False) -> tuple[T, ...]:
        """A list of a few words, each once."""
        return self.each(key, lambda item: chosen(item, choices), required=required)

    def table(self, key: str) -> "Fields | None":
        """An inner table."""

        def parse(value: object) -> Mapping[str, object] | None:
            if not isinstance(value, dict):
                raise UnreadableError(f"{shown(value)} is not made of keys and values")
            return value

        values = self.parsed(key, parse, None)
        return None if values is None else Fields(values, self.path(key), self.faults, self.owner)

    def tables(self, key: str, *, required: bool = False) -> "list[Fields]":
        """A list of inner tables; what is none is noted and left out."""
        found: list[Fields] = []
        for index, item in enumerate(self.items(key, required=required)):
            if isinstance(item, dict):
                found.append(Fields(item, self.path(f"{key}[{index}]"), self.faults, self.owner))
            else:
                self.fault(f"{key}[{index}]", f"{shown(item)} is not made of keys and values")
        return found


def chosen(value: object, choices: Mapping[str, T]) -> T:
    """One of a few words, or the reason why not, which names them."""
    if isinstance(value, str) and value in choices:
        return choices[value]
    raise UnreadableError(f"{shown(value)} is none of {', '.join(choices)}")


def words(values: Iterable[T]) -> dict[str, T]:
    """The members of an enum by the words that stand for them outside."""
    return {str(value): value for value in values}
