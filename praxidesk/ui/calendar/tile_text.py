"""Fitting a tile's words into its size: what stands where, and what is left out. Pure.

Left out in this order: the given name becomes an initial, then the age goes, the initial, the symbols
that can be spared, the time. A family name is cut only where it fits in no other way.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from praxidesk.ui.calendar.glyphs import Symbol
from praxidesk.ui.calendar.tile_face import Look, TileFace
from praxidesk.ui.wording.shortened import shortened, shortened_family

REGULAR, MEDIUM, SEMIBOLD = 400, 500, 600
Measure = Callable[[str, int, int], int]
"""Width of a text at a size in pixels and a weight, rounded up."""

EDGE = 4
RAIL, NARROW_RAIL = 16, 14
_LEFT, _AFTER_RAIL, _RIGHT = 9, 4, 5
_NARROW = 90
"""Lanes under this width have room for the family name only."""
_TIGHT = 60
"""Lanes under this width give some of their margins too."""
_CAPITAL = 0.66
"""Height of capitals to size of type; text is centred by it."""
_KEPT = frozenset({Symbol.URGENT, Symbol.OVERRIDE, Symbol.STRANDED})
"""Marks that go last."""
_GAP = 6
_MARK_GAP = 3
_SMALLEST = 11
_LOWEST = 9
"""Ten minutes of a week that shows a whole day: a tile without a name tells nothing."""
_LOW = 11
"""From here down the type is the smallest."""
_ELLIPSIS = "…"

_LOOKS_WITH_SYMBOL = {
    Look.PENDING: Symbol.QUESTION,
    Look.ARRIVED: Symbol.CLOCK,
    Look.CHECKED_IN: Symbol.PLAY,
    Look.DONE: Symbol.CHECK,
    Look.NOSHOW: Symbol.CROSS,
    Look.CANCELLED: Symbol.SLASHED,
    Look.BLOCKOUT: Symbol.LOCK,
}


def status_symbol(face: TileFace) -> Symbol | None:
    """What stands before the name; of one that has to be moved that, rather than nothing."""
    if face.is_stranded and face.look is Look.BOOKED:
        return Symbol.STRANDED
    return _LOOKS_WITH_SYMBOL.get(face.look)


RAILS = frozenset({Look.ARRIVED, Look.CHECKED_IN, Look.NOSHOW})
"""Looks whose symbol stands on a filled strip."""


class Tone(Enum):
    """How loud a text is."""

    NAME = "name"
    SECOND = "second"


@dataclass(frozen=True, slots=True)
class Run:
    """One piece of text, placed from the tile's top left."""

    text: str
    x: int
    baseline: int
    width: int
    pixels: int
    weight: int
    tone: Tone


@dataclass(frozen=True, slots=True)
class Mark:
    """One symbol, placed from the tile's top left."""

    symbol: Symbol
    x: int
    y: int
    size: int
    is_status: bool = False


@dataclass(frozen=True, slots=True)
class Fitted:
    """What is painted on a tile of one size."""

    runs: tuple[Run, ...] = ()
    marks: tuple[Mark, ...] = ()


def rail_width(height: int) -> int:
    """Width of the strip that holds a status symbol."""
    return RAIL if height >= 18 else NARROW_RAIL


def fit(face: TileFace, width: int, height: int, measure: Measure) -> Fitted:
    """Words and symbols for a tile of this size in pixels; nothing where not even small letters fit."""
    if height < _LOWEST:
        return Fitted()
    return _Fitting(face, width, height, measure).fitted()


class _Fitting:
    """One tile being fitted."""

    def __init__(self, face: TileFace, width: int, height: int, measure: Measure) -> None:
        self._face, self._height, self._measure = face, height, measure
        status = status_symbol(face)
        rail = rail_width(height)
        tight = 2 if width < _TIGHT else 0
        # Beside the edge in the type's colour, where that stays.
        self._beside_edge = EDGE + 1 - tight // 2 if status is Symbol.STRANDED else 0
        self._left = (_LEFT if status is None else rail + _AFTER_RAIL) - tight + self._beside_edge // 2
        self._right = width - _RIGHT + tight
        self._is_narrow = width < _NARROW
        self._name_weight = MEDIUM if face.look is Look.DONE else SEMIBOLD
        if face.look is Look.BLOCKOUT:
            self._name_weight = REGULAR
        self._mark_size = 12 if height >= 15 else min(10, height - 1)
        self._runs: list[Run] = []
        self._marks: list[Mark] = []
        self._status = status
        self._rail = rail

    def fitted(self) -> Fitted:
        height = self._height
        if height < 30:
            pixels = 12 if height < 15 or self._is_narrow else 13 if height < 19 else 14
            baseline = _baseline(0, height, pixels)
            if height <= _LOW:
                # The dots of an Ö are more of a name than the tail of a g.
                pixels, baseline = (_SMALLEST if height == _LOW else _SMALLEST - 1), height - 1
            self._one_line(pixels, baseline)
        elif self._is_narrow:
            self._two_lines(12, 0, 16, 12, 13)
        elif height < 40:
            self._two_lines(14, 0, 16, 12, 13)
        else:
            self._two_lines(14, 4, 18, 13, 16)
        self._put_status()
        return Fitted(tuple(self._runs), tuple(self._marks))

    def _put_status(self) -> None:
        if self._status is None:
            return
        name = self._runs[0] if self._runs else None
        size = self._mark_size
        # Beside a rail the symbol stands in its middle; without one, off the edge.
        x = self._beside_edge or (self._rail - size) // 2 + (self._face.look not in RAILS)
        centre = name.baseline - name.pixels * _CAPITAL / 2 if name else self._height / 2
        self._marks.append(Mark(self._status, x, round(centre - size / 2), size, True))

    def _one_line(self, pixels: int, baseline: int) -> None:
        face, room = self._face, self._right - self._left
        marks = () if self._is_narrow else face.marks
        kept = tuple(each for each in face.marks if each in _KEPT)
        time = "" if self._is_narrow else face.time
        time_width = self._measure(time, pixels, REGULAR) if time else 0
        for parts, shown, is_timed in self._shortenings(marks, kept):
            needed = self._name_width(parts, pixels) + self._marks_width(shown)
            if is_timed and time:
                needed += _GAP + time_width
            if needed <= room:
                break
        else:
            pixels, parts = self._cut_name(pixels, room)
            shown, is_timed = (), False
        self._put_name(parts, pixels, baseline)
        end = self._right
        if is_timed and time:
            end -= time_width
            self._runs.append(Run(time, end, baseline, time_width, pixels, REGULAR, Tone.SECOND))
            end -= _GAP
        self._put_marks(shown, end, baseline, pixels)

    def _two_lines(self, name_pixels: int, top: int, name_line: int, pixels: int, line: int) -> None:
        face, room = self._face, self._right - self._left
        baseline = _baseline(top, name_line, name_pixels)
        kept = tuple(each for each in face.marks if each in _KEPT)
        on_first = () if self._is_narrow else face.marks
        for parts, shown, _ in self._shortenings(on_first, () if self._is_narrow else kept):
            if self._name_width(parts, name_pixels) + self._marks_width(shown) <= room:
                break
        else:
            name_pixels, parts = self._cut_name(name_pixels, room)
            shown = ()
        self._put_name(parts, name_pixels, baseline)
        self._put_marks(shown, self._right, baseline, name_pixels)
        second = _baseline(top + name_line, line, pixels)
        if self._is_narrow:
            self._put_marks(face.marks, self._right, second, pixels)
            return
        third = _baseline(top + name_line + line, line, pixels)
        if self._height >= 60 and self._is_service_cut(pixels):
            self._put(self._shortened_service(pixels, room), self._left, second, pixels)
            self._put_time(pixels, third)
            return
        self._put_service(pixels, second)
        if self._height >= 60 and face.note:
            self._put(self._cut(face.note, pixels, REGULAR, room), self._left, third, pixels)

    def _is_service_cut(self, pixels: int) -> bool:
        """Whether the type has room beside the time only with an ellipsis."""
        wanted = (self._face.short_service, self._face.time)
        room = self._right - self._left - _GAP
        return sum(self._measure(each, pixels, REGULAR) for each in wanted) > room

    def _put_time(self, pixels: int, baseline: int) -> None:
        time, width = self._face.time, self._measure(self._face.time, pixels, REGULAR)
        self._runs.append(Run(time, self._right - width, baseline, width, pixels, REGULAR, Tone.SECOND))

    def _put_service(self, pixels: int, baseline: int) -> None:
        face, end = self._face, self._right
        time_width = self._measure(face.time, pixels, REGULAR)
        if time_width > end - self._left:
            return
        self._put_time(pixels, baseline)
        room = end - time_width - _GAP - self._left
        separator = " · " if face.service else ""
        tail = separator + face.other if face.other else ""
        for whole in (face.service + tail, face.short_service + tail):
            if self._measure(whole, pixels, REGULAR) <= room:
                break
        else:
            whole = self._shortened_service(pixels, room)
        if whole:
            self._put(whole, self._left, baseline, pixels)

    def _shortened_service(self, pixels: int, room: int) -> str:
        """As much of the type as has room, or nothing: the tooltip and the details have all of it."""
        forms = (self._face.service, *shortened(self._face.short_service))
        return next((each for each in forms if self._measure(each, pixels, REGULAR) <= room), "")

    def _shortenings(
        self, marks: tuple[Symbol, ...], kept: tuple[Symbol, ...]
    ) -> Iterator[tuple[Sequence[str], tuple[Symbol, ...], bool]]:
        """Name parts, marks, and whether the time stands there: from all to least."""
        face = self._face
        family, given, age = face.family, face.given, face.age
        if self._is_narrow:
            names: list[tuple[str, ...]] = [(family,)]
        else:
            initial = f"{given[0]}." if given else ""
            tails = [
                _tail(given, age),
                _tail(initial, age),
                _tail(initial, ""),
                "",
            ]
            names = [(family, tail) if tail else (family,) for tail in dict.fromkeys(tails)]
        for parts in names:
            yield parts, marks, True
        yield (family,), kept, True
        yield (family,), kept, False

    def _name_width(self, parts: Sequence[str], pixels: int) -> int:
        width = self._measure(parts[0], pixels, self._name_weight)
        return width + (self._measure(parts[1], pixels, REGULAR) if len(parts) > 1 else 0)

    def _marks_width(self, marks: Sequence[Symbol]) -> int:
        return len(marks) * (self._mark_size + _MARK_GAP) + _GAP - _MARK_GAP if marks else 0

    def _put_name(self, parts: Sequence[str], pixels: int, baseline: int) -> None:
        x = self._left
        for part, weight in zip(parts, (self._name_weight, REGULAR), strict=False):
            width = self._measure(part, pixels, weight)
            self._runs.append(Run(part, x, baseline, width, pixels, weight, Tone.NAME))
            x += width

    def _put_marks(self, marks: Sequence[Symbol], end: int, baseline: int, pixels: int) -> None:
        """Marks from ``end`` to the left, the first leftmost."""
        size = self._mark_size
        top = round(baseline - pixels * _CAPITAL / 2 - size / 2)
        for symbol in reversed(marks):
            end -= size
            self._marks.append(Mark(symbol, end, top, size))
            end -= _MARK_GAP

    def _put(self, text: str, x: int, baseline: int, pixels: int) -> None:
        width = self._measure(text, pixels, REGULAR)
        self._runs.append(Run(text, x, baseline, width, pixels, REGULAR, Tone.SECOND))

    def _cut_name(self, pixels: int, room: int) -> tuple[int, tuple[str, ...]]:
        """The family name alone, as small as it takes to have all of it, else in a shorter form, else cut.

        What is no person's name is rather shortened than made small.
        """
        family, smallest = self._face.family, min(pixels, _SMALLEST)
        if self._face.look is Look.BLOCKOUT or not self._face.service:
            forms = [(pixels, each) for each in shortened(family)]
        else:
            forms = [(smaller, family) for smaller in range(pixels, smallest - 1, -1)]
            forms += [(pixels, each) for each in shortened_family(family)[1:]]
        for size, form in forms:
            if self._measure(form, size, self._name_weight) <= room:
                return size, (form,)
        # A full stop takes less of the room than an ellipsis.
        return smallest, (self._cut(family, smallest, self._name_weight, room, "."),)

    def _cut(self, text: str, pixels: int, weight: int, room: int, end: str = _ELLIPSIS) -> str:
        """As much of the text as fits, with its end marked where something is missing."""
        if self._measure(text, pixels, weight) <= room:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self._measure(text[:middle].rstrip() + end, pixels, weight) <= room:
                low = middle
            else:
                high = middle - 1
        return text[:low].rstrip() + end


def _tail(given: str, age: str) -> str:
    """What follows the family name: ``, Işıl 42``."""
    if given:
        return f", {given} {age}" if age else f", {given}"
    return f" {age}" if age else ""


def _baseline(top: int, line: int, pixels: int) -> int:
    """Where text stands whose capitals are centred in a line."""
    return top + round((line + pixels * _CAPITAL) / 2)
