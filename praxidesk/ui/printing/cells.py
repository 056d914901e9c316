"""The cells of a printed row: names, remarks and sums, each cut or wrapped to its column."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from praxidesk.engine.entries import PatientOnEntry
from praxidesk.ui.calendar.tile_face import one_line
from praxidesk.ui.printing.faces import fitted, right_text, width, wrapped
from praxidesk.ui.printing.marks import REGULAR, Box, Face, Mark, Text

LINE = 10.4
"""From one line of a cell to the next."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    left: float
    """From the left edge of the paper."""
    right: float
    title: str = ""
    is_number: bool = False
    """Right aligned."""

    @property
    def room(self) -> float:
        """Width for text."""
        return self.right - self.left


def titles(columns: Iterable[Column], y: float, face: Face) -> Iterator[Text]:
    """The names over the columns."""
    for column in columns:
        if not column.title:
            continue
        text = fitted(column.title, face, column.room)
        if column.is_number:
            yield right_text(column.right, y, text, face)
        else:
            yield Text(column.left, y, text, face)


def lines_in(column: Column, y: float, lines: Sequence[str], face: Face) -> Iterator[Text]:
    """Lines below each other."""
    for place, line in enumerate(lines):
        yield Text(column.left, y + place * LINE, line, face)


def wrapped_in(column: Column, text: str, face: Face, most: int) -> tuple[str, ...]:
    """What a cell says, in as many lines as it needs; control characters and breaks become spaces."""
    return wrapped(one_line(text), face, column.room, most)


def person(column: Column, y: float, patient: PatientOnEntry, face: Face) -> tuple[list[Text], int]:
    """``**Müller-Öztürk**, Işıl``; on two lines where one is too short. With the number of lines.

    On paper nothing tells more when pointed at: the given name goes to a line of its own before
    anything is cut.
    """
    family, given = one_line(patient.family), one_line(patient.given)
    strong, plain = Face(face.size, face.weight), Face(face.size, REGULAR)
    if not family or not given:
        lines = wrapped(family or given or one_line(patient.number), strong, column.room, 2)
        return [Text(column.left, y + n * LINE, line, strong) for n, line in enumerate(lines)], len(lines)
    wide = width(family, strong)
    if wide + width(f", {given}", plain) <= column.room:
        return [
            Text(column.left, y, family, strong),
            Text(column.left + wide, y, f", {given}", plain),
        ], 1
    lines = wrapped(f"{family},", strong, column.room, 2)
    marks = [Text(column.left, y + n * LINE, line, strong) for n, line in enumerate(lines)]
    marks.append(Text(column.left, y + len(lines) * LINE, fitted(given, plain, column.room), plain))
    return marks, len(lines) + 1


def in_a_row(left: float, y: float, pieces: Iterable[tuple[str, Face]]) -> list[Text]:
    """Pieces of text right behind each other."""
    result: list[Text] = []
    for text, face in pieces:
        result.append(Text(left, y, text, face))
        left += width(text, face)
    return result


def counted_sums(
    left: float, y: float, sums: Iterable[tuple[int, str]], strong: Face, plain: Face
) -> list[Text]:
    """``24 Termine   4 neue Patienten``: each number bold, with air between."""
    result: list[Text] = []
    for number, words in sums:
        pieces = in_a_row(left, y, [(str(number), strong), (f" {words}", plain)])
        result += pieces
        left = pieces[-1].x + width(pieces[-1].text, plain) + 19.0
    return result


def tick_box(left: float, top: float) -> Mark:
    """An empty square to tick by hand."""
    return Box(left, top, 9.2, 9.2, 1.4, 0.55)


def short_person(patient: PatientOnEntry, strong: Face, plain: Face, room: float) -> list[tuple[str, Face]]:
    """``**Müller-Öztürk**, Işıl``, ``**Müller-Öztürk**, I.``, or as much of the family name as fits."""
    family, given = one_line(patient.family), one_line(patient.given)
    if not family or not given:
        return [(fitted(family or given or one_line(patient.number), strong, room), strong)]
    wide = width(family, strong)
    for form in (f", {given}", f", {given[0]}."):
        if wide + width(form, plain) <= room:
            return [(family, strong), (form, plain)]
    return [(fitted(family, strong, room), strong)]
