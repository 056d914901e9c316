"""The dates of a series as lines: where each stands, and what speaks against it."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.outcomes import Slot
from praxidesk.engine.practice import Practice
from praxidesk.engine.series_outcomes import DateOutcome, DateState, MissingDate, MissingReason
from praxidesk.engine.vocabulary import Role
from praxidesk.engine.walltime import Zone
from praxidesk.ui.look.icons import Icon
from praxidesk.ui.overlays.choices import Cell, CellLook, Choice
from praxidesk.ui.overlays.slot_lines import slot_people
from praxidesk.ui.wording import dates, words
from praxidesk.ui.wording.conflict_wording import ConflictWording

translate = QCoreApplication.translate

_TIME, _WHY = 148, 268
"""Where the columns begin, in pixels."""


class Doing(Enum):
    """What is about to happen to the dates."""

    BOOK = "book"
    MOVE = "move"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class DateLines:
    """Words the dates of one answer."""

    practice: Practice
    zone: Zone
    wording: ConflictWording
    doing: Doing
    year: int
    """Dates of other years say theirs."""

    def line(self, outcome: DateOutcome) -> Choice:
        """One date."""
        sign, tone = _sign(outcome, self.doing)
        day = self.day(self.zone.day_of(outcome.span.start))
        time = dates.time_range(self.zone, outcome.span)
        about = self.about(outcome)
        return Choice(
            (Cell(day, 28), Cell(time, _TIME, CellLook.NAME), Cell(about, _WHY, CellLook.QUIET)),
            name=f"{day} {time}: {about}",
            sign=sign,
            tone=tone,
        )

    def day(self, day: date) -> str:
        """``Mo 30. Nov.``, with the year where it is another."""
        return dates.short_day(day) if day.year == self.year else f"{dates.short_day(day)} {day.year}"

    def about(self, outcome: DateOutcome) -> str:
        """Why it cannot be, or what is to be known of it."""
        match outcome.state:
            case DateState.CLASHES:
                return " ".join(dict.fromkeys(self.wording.blocking(outcome.conflicts)))
            case DateState.FREE | DateState.DONE:
                return " ".join([self._free(outcome), *self.wording.warnings(outcome.conflicts)])
            case DateState.SKIPPED:
                return translate("series", "left out")
            case DateState.PAST:
                return translate("series", "has begun already, stays as it is")
            case DateState.EXCEPTION:
                return translate("series", "was changed by itself, stays as it is")
            case DateState.MISSING:
                return translate("series", "the clocks skip this time, stays as it is")
            case DateState.GONE:
                status = outcome.entry.status if outcome.entry is not None else None
                return words.status_name(status) if status is not None else ""
            case DateState.LEFT_OUT:
                return translate("series", "left out")

    def missing(self, missing: tuple[MissingDate, ...]) -> str:
        """``Kein Termin im Feb. 2027: Den Tag gibt es dort nicht.``; empty where none is missing."""
        sentences = []
        months = [each for each in missing if each.reason is MissingReason.NO_SUCH_DAY]
        if months:
            named = ", ".join(dates.month_year(each.month) for each in months[:4])
            if len(months) > 4:
                named = translate("series", "{names} and {count} more").format(
                    names=named, count=len(months) - 4
                )
            sentences.append(
                translate("series", "Without a date, because the month has no such day: {months}.").format(
                    months=named
                )
            )
        skipped = [each.day for each in missing if each.reason is MissingReason.CLOCKS_SKIP_IT and each.day]
        if skipped:
            sentences.append(
                translate("series", "Without a date, because the clocks skip this time: {days}.").format(
                    days=", ".join(self.day(day) for day in skipped)
                )
            )
        return " ".join(sentences)

    def _free(self, outcome: DateOutcome) -> str:
        if self.doing is not Doing.BOOK:
            is_cancelled = self.doing is Doing.CANCEL
            said = translate("series", "is cancelled") if is_cancelled else self._before(outcome)
            entry = outcome.entry
            if entry is not None and entry.series_day is None:
                # The parts of a combination are told apart by what they are.
                return f"{words.service_name(self.practice, entry)} · {said}"
            return said
        people = slot_people(
            self.practice,
            Slot(
                outcome.span.start,
                outcome.span.end,
                tuple(each for each in outcome.participants if each.role is not Role.PATIENT),
            ),
        )
        if outcome.is_moved and self.zone.day_of(outcome.span.start) == outcome.day:
            return translate("series", "at another time · {people}").format(people=people)
        if outcome.is_moved:
            return translate("series", "instead of {day} · {people}").format(
                day=self.day(outcome.day), people=people
            )
        return people

    def _before(self, outcome: DateOutcome) -> str:
        entry = outcome.entry
        if entry is None or entry.span == outcome.span:
            return translate("series", "is changed")
        day = self.day(self.zone.day_of(entry.starts_at))
        return translate("series", "until now {when}").format(
            when=f"{day} {dates.clock(self.zone, entry.starts_at)}"
        )


def _sign(outcome: DateOutcome, doing: Doing) -> tuple[Icon, str]:
    match outcome.state:
        case DateState.CLASHES | DateState.MISSING:
            return Icon.SLASH_CIRCLE, "danger"
        case DateState.FREE | DateState.DONE if doing is Doing.CANCEL:
            return Icon.CROSS, "text2"
        case DateState.FREE | DateState.DONE if outcome.conflicts:
            return Icon.WARNING, "warn"
        case DateState.FREE | DateState.DONE if outcome.is_moved:
            return Icon.MOVE, "accent"
        case DateState.FREE | DateState.DONE:
            return Icon.CHECK, "ok"
        case _:
            return Icon.MINUS, "text3"
