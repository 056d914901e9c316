"""The words of a month view."""

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.entries import Entry
from praxidesk.ui.calendar.month.days import Away, MonthDay
from praxidesk.ui.calendar.state import CalendarState
from praxidesk.ui.calendar.tile_face import one_line
from praxidesk.ui.wording import dates, stranded_words, words
from praxidesk.ui.wording.actor_names import short_name
from praxidesk.ui.wording.counted import counted
from praxidesk.ui.wording.shortened import shortened_family

translate = QCoreApplication.translate


def date_text(day: date, first: date) -> str:
    """``24.``; with the month where the view or a month begins."""
    return dates.day_and_month(day) if day == first or day.day == 1 else dates.day_number(day)


def free_text(day: MonthDay) -> str:
    """``3 frei``: half hours; empty where it is not known."""
    return "" if day.free is None else counted.free(day.free)


def count_text(day: MonthDay) -> str:
    """``115 Termine``."""
    return counted.entries(day.count)


def more_text(left_out: int) -> str:
    """``+ 111 weitere``."""
    return counted.more(left_out)


def stranded_forms(count: int) -> tuple[str, ...]:
    """``12 zu verlegen``, or the number."""
    return counted.stranded(count), str(count)


def away_forms(state: CalendarState, away: Sequence[Away]) -> Iterator[str]:
    """Who is away, from all that is known to a number."""
    names = [short_name(one_line(words.actor_name(state.practice, each.actor))) for each in away]
    yield ", ".join(away_text(state, each) for each in away)
    yield ", ".join(names)
    if len(names) > 1:
        yield translate("month", "{name} and others", "are away").format(name=names[0])


def away_text(state: CalendarState, away: Away) -> str:
    """``Dr. Koç ab 12:30``, ``Dr. Weber Urlaub``."""
    name = short_name(one_line(words.actor_name(state.practice, away.actor)))
    if not away.whole_day:
        day = state.zone.day(state.zone.day_of(away.span.start))
        if away.span.end < day.end:
            end = dates.clock(state.zone, away.span.end)
            return translate("month", "{name} until {time}").format(name=name, time=end)
        start = dates.clock(state.zone, away.span.start)
        return translate("month", "{name} from {time}").format(name=name, time=start)
    reason = one_line(away.reason)
    if not reason:
        return translate("month", "{name} away").format(name=name)
    return translate("month", "{name} {reason}", "somebody away, and why").format(name=name, reason=reason)


def names(entry: Entry, state: CalendarState) -> Iterator[str]:
    """What a line calls an entry, from the whole name to the family name alone."""
    patient = entry.patient
    if patient is None:
        yield one_line(words.entry_name(state.practice, entry))
        return
    family, given = one_line(patient.family), one_line(patient.given)
    if family and given:
        yield f"{family}, {given}"
        yield f"{family}, {given[0]}."
    yield from shortened_family(family or given)


def service_text(entry: Entry, state: CalendarState) -> str:
    """The type or procedure in short, where the name does not say it already."""
    return one_line(words.short_service_name(state.practice, entry)) if entry.patient is not None else ""


def entry_spoken(entry: Entry, state: CalendarState) -> str:
    """For a screen reader: when, who, what, and how it stands."""
    parts = [
        dates.long_day(state.zone.day_of(entry.starts_at)),
        dates.clock(state.zone, entry.starts_at),
        one_line(words.entry_name(state.practice, entry)),
        service_text(entry, state),
        words.status_name(entry.status),
        one_line(stranded_words.stranded_text(state.practice, state.zone, entry)),
    ]
    return ", ".join(part for part in parts if part)


def unseen_spoken(day: MonthDay) -> str:
    """For a screen reader: how often on which day somebody is taken by what is not seen."""
    return f"{counted.taken_elsewhere(len(day.unseen))}, {dates.long_day(day.day)}"


def day_spoken(day: MonthDay, state: CalendarState) -> str:
    """For a screen reader and the tooltip: the day, its load and who is away."""
    parts = [dates.long_day(day.day)]
    if day.holiday:
        parts.append(one_line(day.holiday))
    if day.closure:
        parts.append(one_line(day.closure))
    if day.is_open or day.entries:
        parts.append(count_text(day))
        if day.free is not None:
            parts.append(counted.free_half_hours(day.free))
    elif not day.holiday and not day.closure:
        parts.append(translate("month", "closed"))
    if day.stranded:
        parts.append(counted.stranded(day.stranded))
    parts += [away_text(state, away) for away in day.away]
    if day.unseen:
        parts.append(counted.taken_elsewhere(len(day.unseen)))
    return ", ".join(parts)
