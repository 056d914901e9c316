"""Cells of a mapping file: ``{ column = "Room", prefix = "OP" }``, or a plain value for every row."""

import re
from collections.abc import Collection

from praxidesk.exchange.csv_cells import (
    Column,
    Condition,
    MinutesCell,
    MomentCell,
    Rounding,
    TextCell,
    TimeCell,
    Unit,
)
from praxidesk.exchange.csv_patterns import Part, Patterns, checked_pattern
from praxidesk.exchange.fields import Fields
from praxidesk.exchange.texts import NAME_LENGTH, UnreadableError, checked_text, shown

MOST_COLUMNS = 10_000
_ROUNDINGS = {each.value: each for each in Rounding}
_UNITS = {each.value: each for each in Unit}
_SOURCES = ("column", "columns", "line", "value")


def read_text_cell(
    fields: Fields,
    key: str,
    *,
    required: bool = False,
    optional: bool = False,
    results: Collection[str] | None = None,
) -> TextCell | None:
    """A text; ``optional`` lets an empty cell leave the field out, ``results`` are all it may come to."""
    if not _is_asked(fields, key, required=required):
        return None
    inner = _inner(fields, key)
    if inner is None:
        cell = TextCell(constant=fields.parsed(key, _constant, ""))
    else:
        cell = _source(inner, optional=optional)
        inner.close()
    for result in cell.known_results():
        if results is not None and result not in results:
            fields.fault(key, f"{shown(result)} is none of {', '.join(results)}")
    return cell


def read_minutes_cell(fields: Fields, key: str, decimal: str, thousands: str) -> MinutesCell | None:
    """A length of time."""
    if not _is_asked(fields, key, required=False):
        return None
    inner = _inner(fields, key)
    if inner is None:
        number = fields.integer(key, 0, 10_000)
        return MinutesCell(TextCell(constant=str(number or 0)), decimal, thousands)
    cell = MinutesCell(
        _source(inner),
        decimal,
        thousands,
        unit=inner.choice("unit", _UNITS) or Unit.MINUTES,
        rounding=inner.choice("round", _ROUNDINGS),
    )
    inner.close()
    return cell


def read_moment_cell(fields: Fields, key: str, *, required: bool = False) -> MomentCell | None:
    """A moment in one cell, or ``{ date = { … }, time = { … } }``."""
    if not _is_asked(fields, key, required=required):
        return None
    inner = _inner(fields, key)
    if inner is not None and (inner.has("date") or inner.has("time")):
        day = read_time_cell(inner, "date", Part.DAY, required=True)
        time = read_time_cell(inner, "time", Part.TIME, required=True)
        inner.close()
        return MomentCell(day=day, time=time)
    return MomentCell(whole=read_time_cell(fields, key, Part.MOMENT))


def read_time_cell(
    fields: Fields, key: str, part: Part, *, required: bool = False, optional: bool = False
) -> TimeCell | None:
    """A date, a time of day, or both."""
    if not _is_asked(fields, key, required=required):
        return None
    inner = _inner(fields, key)
    if inner is None:
        return TimeCell(TextCell(constant=fields.parsed(key, _constant, "")), Patterns(part))
    formats: tuple[str, ...] = ()
    if isinstance(inner.raw("format"), list):
        formats = inner.each("format", lambda value: checked_pattern(value, part), required=True)
    elif inner.has("format"):
        formats = (inner.parsed("format", lambda value: checked_pattern(value, part), "%Y"),)
    cell = TimeCell(
        _source(inner, optional=optional), Patterns(part, formats), inner.choice("round", _ROUNDINGS)
    )
    inner.close()
    return cell


def read_condition(fields: Fields) -> Condition | None:
    """``{ column = "status", is = ["attended"] }``, or ``is_not``."""
    column = fields.parsed("column", checked_column, None, required=True)
    wanted = fields.has("is") or not fields.has("is_not")
    if wanted:
        fields.refuse("is_not", "cannot stand beside is")
    texts = fields.each(
        "is" if wanted else "is_not", lambda value: checked_text(value, NAME_LENGTH).strip(), required=True
    )
    fields.close()
    return None if column is None else Condition(column, frozenset(texts), wanted)


def checked_column(value: object) -> Column:
    """The name of a column, or its position from 1."""
    if isinstance(value, int) and not isinstance(value, bool):
        if not 1 <= value <= MOST_COLUMNS:
            raise UnreadableError(f"{shown(value)} is no position of a column, counted from 1")
        return value
    text = checked_text(value, NAME_LENGTH, several_lines=True).strip()
    if not text:
        raise UnreadableError(f"{shown(text)} is no name of a column")
    return text


def _is_asked(fields: Fields, key: str, *, required: bool) -> bool:
    if fields.has(key):
        return True
    if required:
        fields.fault(key, "is missing")
    return False


def _inner(fields: Fields, key: str) -> Fields | None:
    """The keys of a cell; ``None`` where a plain value stands instead."""
    return fields.table(key) if isinstance(fields.raw(key), dict) else None


def _constant(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return shown(value)
    return checked_text(value, NAME_LENGTH, several_lines=True)


def _source(fields: Fields, *, optional: bool = False) -> TextCell:
    """The keys that all kinds of cells share; ``fields`` is closed by the caller."""
    named = [key for key in _SOURCES if fields.has(key)]
    if len(named) != 1:
        what = "names no column" if not named else f"names {' and '.join(named)}; only one of them can be"
        fields.fault("", what)
    columns: tuple[Column, ...] = ()
    if fields.has("column"):
        column = fields.parsed("column", checked_column, None)
        columns = () if column is None else (column,)
    elif fields.has("columns"):
        columns = fields.each("columns", checked_column, required=True)
    only_if = fields.table("only_if")
    return TextCell(
        columns=columns,
        join=fields.text("join", several_lines=True) if fields.has("join") else " ",
        constant=fields.parsed("value", _constant, None) if fields.has("value") else None,
        line=fields.flag("line"),
        match=fields.parsed("match", _pattern, None),
        codes=_codes(fields),
        otherwise=_text_or_none(fields, "otherwise"),
        when_empty=_text_or_none(fields, "when_empty"),
        prefix=fields.text("prefix"),
        suffix=fields.text("suffix"),
        optional=fields.flag("optional", default=optional),
        only_if=None if only_if is None else read_condition(only_if),
    )


def _codes(fields: Fields) -> dict[str, str]:
    """The table's own words and what they mean, both trimmed as cells are."""
    inner = fields.table("codes")
    if inner is None:
        return {}
    found: dict[str, str] = {}
    for word in inner.keys():  # noqa: SIM118 - no mapping
        found[word.strip()] = inner.parsed(word, _constant, "")
    return found


def _pattern(value: object) -> re.Pattern[str]:
    text = checked_text(value, NAME_LENGTH)
    try:
        pattern = re.compile(text)
    except (re.error, OverflowError) as error:
        raise UnreadableError(f"{shown(text)} is no regular expression: {error}") from None
    if pattern.groups > 1:
        raise UnreadableError(f"{shown(text)} has {pattern.groups} groups, at most one can be meant")
    return pattern


def _text_or_none(fields: Fields, key: str) -> str | None:
    return fields.parsed(key, _constant, "") if fields.has(key) else None
