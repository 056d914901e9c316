"""What was done with several entries, in one line: the text of a toast."""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.entries import Entry
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import CancelRequest, MoveRequest, StatusRequest
from praxidesk.engine.series_outcomes import (
    BulkOutcome,
    DateOutcome,
    DateState,
    PartOutcome,
    SeriesOutcome,
    Verdict,
)
from praxidesk.engine.together import TogetherOutcome
from praxidesk.engine.walltime import Zone
from praxidesk.ui.series.taking_back import written
from praxidesk.ui.wording import dates, words
from praxidesk.ui.wording.conflict_wording import ConflictWording
from praxidesk.ui.wording.counted import counted
from praxidesk.ui.wording.done_words import other_days

translate = QCoreApplication.translate

_NAMED = 3
"""So many dates are named."""


def several_text(
    practice: Practice, zone: Zone, outcome: BulkOutcome | TogetherOutcome, now: int, *, can_undo: bool
) -> str:
    """``Gebucht: Reich, Detlef, 11 Termine ab Mo 23. Nov. 09:00 · ausgelassen: Mo 7. Dez.``.

    :param now: instant; statuses set on another day than this one's name the day
    """
    if isinstance(outcome, TogetherOutcome):
        return _together_text(practice, zone, outcome, now)
    done = written(outcome)
    if not done:
        return ""
    first = min(done, key=lambda entry: entry.starts_at)
    when = f"{dates.short_day(zone.day_of(first.starts_at))} {dates.clock(zone, first.starts_at)}"
    pattern = {
        Verdict.BOOKED: translate("done", "Booked: {name}, {count} from {when}"),
        Verdict.MOVED: translate("done", "Changed: {name}, {count} from {when}"),
        Verdict.CANCELLED: translate("done", "Cancelled: {name}, {count} from {when}"),
    }[outcome.verdict]
    said = [
        pattern.format(
            name=words.entry_name(practice, first), count=counted.appointments(len(done)), when=when
        )
    ]
    if isinstance(outcome, SeriesOutcome):
        left = [each for each in outcome.dates if each.state in _LEFT]
        if left and outcome.verdict is Verdict.BOOKED:
            said.append(translate("done", "left out: {days}").format(days=_days([each.day for each in left])))
        elif left:
            # A date that was moved by itself stands elsewhere than its rule says.
            stand = [zone.day_of((each.entry or each).span.start) for each in left]
            said.append(translate("done", "unchanged: {days}").format(days=_days(stand)))
    if not can_undo:
        said.append(translate("done", "cannot be taken back"))
    return " · ".join(said)


_LEFT = frozenset(
    {DateState.CLASHES, DateState.MISSING, DateState.SKIPPED, DateState.EXCEPTION, DateState.LEFT_OUT}
)
"""What somebody might have expected to be done; the past and what is cancelled nobody does."""


def several_undone_text(practice: Practice, done: Sequence[Entry]) -> str:
    """What was taken back."""
    name = words.entry_name(practice, done[0])
    if len({each.patient for each in done}) > 1:
        return translate("done", "Taken back: {count}").format(count=counted.appointments(len(done)))
    return translate("done", "Taken back: {name}, {count}").format(
        name=name, count=counted.appointments(len(done))
    )


def _together_text(practice: Practice, zone: Zone, outcome: TogetherOutcome, now: int) -> str:
    """``Verschoben: 3 Termine · unverändert: Kaya 10:30``."""
    done = written(outcome)
    count = counted.appointments(len(done))
    request = next(each.request for each in outcome.changes if each.state is DateState.DONE)
    match request:
        case MoveRequest():
            said = [translate("done", "Moved: {count}").format(count=count)]
        case CancelRequest():
            said = [translate("done", "Cancelled: {count}").format(count=count)]
        case StatusRequest():
            status = words.status_name(request.status)
            said = [translate("done", "{status}: {count}").format(status=status, count=count)]
            said += filter(None, [other_days(zone, done, now)])
    left = [
        f"{words.entry_name(practice, each.entry)} {dates.clock(zone, each.entry.starts_at)}"
        for each in outcome.clashing
    ]
    if left:
        named = "; ".join(left[:_NAMED])
        more = f" {counted.and_more(len(left) - _NAMED)}" if len(left) > _NAMED else ""
        said.append(translate("done", "unchanged: {days}").format(days=named) + more)
    return " · ".join(said)


def several_refused_text(practice: Practice, zone: Zone, outcome: BulkOutcome) -> str:
    """Why nothing was done, for a toast: the first date that clashes, with its reason."""
    found: Iterable[DateOutcome | PartOutcome]
    found = outcome.dates if isinstance(outcome, SeriesOutcome) else outcome.parts
    wording = ConflictWording(practice, zone, outcome.others)
    said = [translate("done", "Nothing was changed.")]
    for each in found:
        sentences = wording.blocking(each.conflicts)
        if sentences:
            said.append(f"{dates.short_day(zone.day_of(each.span.start))}: {sentences[0]}")
            break
    return " ".join(said)


def _days(days: Sequence[date]) -> str:
    named = ", ".join(dates.short_day(each) for each in days[:_NAMED])
    more = len(days) - _NAMED
    if more <= 0:
        return named
    return translate("series", "{names} and {count} more").format(names=named, count=more)
