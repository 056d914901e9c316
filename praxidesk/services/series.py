"""Booking a series, or asking for its dates: each date checked by itself, all written at once."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from praxidesk.engine.entries import Entry, PatientOnEntry
from praxidesk.engine.outcomes import Invalid
from praxidesk.engine.requests import NewPatient, PatientNumber
from praxidesk.engine.series_outcomes import (
    DateOutcome,
    DateState,
    SeriesOutcome,
    Verdict,
    sibling,
)
from praxidesk.engine.series_plan import SeriesPlan, booking_on, planned_dates
from praxidesk.engine.series_requests import SeriesRequest, SeriesRule
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import OnClash, SeriesId
from praxidesk.models import queries
from praxidesk.models.queries import KnownKey
from praxidesk.models.series_queries import stored_series
from praxidesk.models.series_writes import EntryRow, SeriesRow, insert_entries, insert_series
from praxidesk.services.answers import invalid
from praxidesk.services.booking import wish_of
from praxidesk.services.desk import Desk
from praxidesk.services.newcomers import admitted
from praxidesk.services.series_help import MOST_HELPED, other_times, with_others, with_times
from praxidesk.services.stored_entries import row_as_stored, with_patient
from praxidesk.services.together import Asked, Gathering, Looked, look_around_all, make_room_for_all
from praxidesk.services.transactions import in_transaction
from praxidesk.services.unseen_dates import blocked_unseen, found_by_trying, with_unseen
from praxidesk.services.weighing import Weighed, Wish, guarded

SERIES = "series"


def book_series(desk: Desk, request: SeriesRequest, now: int) -> SeriesOutcome | Invalid:
    """Put every date into the calendar; or, where one cannot be, none or all others, as the request says.

    :raises StoreUnavailable: nothing is booked, whatever the reason
    """
    answer = with_unseen(
        lambda unseen: in_transaction(
            desk.store, lambda connection: _book(connection, desk, request, now, unseen)
        ),
        lambda: _unseen(desk, request, now),
    )
    if isinstance(answer, WeighedSeries):
        return answer.told(desk, Verdict.REFUSED, now)
    return answer if isinstance(answer, Invalid) else with_others(desk, answer)


def check_series(desk: Desk, request: SeriesRequest, now: int) -> SeriesOutcome | Invalid:
    """The exact dates and what speaks against each, writing nothing. Keys are not looked at."""
    keyless = replace(request, booking=replace(request.booking, key=None))
    with desk.store.read() as connection:
        answer = _weighed(connection, desk, keyless, now, lock=False)
    if isinstance(answer, KnownKey):
        raise AssertionError("without a key nothing is known")  # noqa: TRY004 - a bug, whatever its type
    if isinstance(answer, Invalid):
        return answer
    verdict = Verdict.REFUSED if answer.is_refused(request.on_clash) else Verdict.FREE
    return answer.told(desk, verdict, now)


@dataclass(frozen=True, slots=True)
class WeighedSeries:
    """Every date decided on."""

    plan: SeriesPlan
    looked: Looked
    gathering: Gathering
    weighed: tuple[Weighed, ...]
    """As the plan's dates."""
    unseen: frozenset[date] = frozenset()
    """Days on which the patient is taken by what the login does not see."""

    def is_refused(self, on_clash: OnClash) -> bool:
        """Whether nothing can be done: one clashes that must not, or all do."""
        blocked = [each.is_blocked for each in self.weighed]
        return all(blocked) if on_clash is OnClash.SKIP else any(blocked)

    def told(self, desk: Desk, verdict: Verdict, now: int) -> SeriesOutcome:
        """The answer where nothing is written: with other times for the first dates that clash."""
        outcome = self.outcome(verdict)
        by_day = {date_.day: each for date_, each in zip(self.plan.dates, self.weighed, strict=True)}
        clashing = [each.day for each in outcome.dates if each.state is DateState.CLASHES]
        # Whether the patient has time then is not known of unseen days.
        clashing = [each for each in clashing if each not in self.unseen][:MOST_HELPED]
        found = {day: other_times(desk, self.gathering, by_day[day], now) for day in clashing}
        dates = tuple(with_times(each, found.get(each.day)) for each in outcome.dates)
        return with_others(desk, replace(outcome, dates=dates))

    def outcome(self, verdict: Verdict, written: Sequence[Entry] = ()) -> SeriesOutcome:
        """The answer; the entries in the order of the dates that do not clash."""
        entries = iter(written)
        dates: list[DateOutcome] = []
        for date_, each in zip(self.plan.dates, self.weighed, strict=True):
            state = DateState.CLASHES if each.is_blocked else DateState.DONE if written else DateState.FREE
            dates.append(
                DateOutcome(
                    day=date_.day,
                    state=state,
                    span=each.proposal.span,
                    conflicts=each.conflicts,
                    entry=next(entries) if state is DateState.DONE else None,
                    participants=each.proposal.participants,
                    is_moved=date_.is_moved,
                )
            )
        length = self.weighed[0].proposal.ends_at - self.weighed[0].proposal.starts_at
        dates += [
            DateOutcome(each.day, DateState.SKIPPED, Span(each.starts_at, each.starts_at + length))
            for each in self.plan.skipped
        ]
        return SeriesOutcome(
            verdict=verdict,
            dates=tuple(sorted(dates, key=lambda each: each.day)),
            missing=self.plan.missing,
            series=written[0].series if written else None,
        )


def _book(
    connection: Connection,
    desk: Desk,
    request: SeriesRequest,
    now: int,
    unseen: frozenset[date] = frozenset(),
) -> SeriesOutcome | WeighedSeries | Invalid:
    answer = _weighed(connection, desk, request, now, lock=True, unseen=unseen)
    if isinstance(answer, KnownKey):
        return _replayed(connection, desk, request, answer)
    if isinstance(answer, Invalid) or answer.is_refused(request.on_clash):
        return answer
    return answer.outcome(Verdict.BOOKED, _written(connection, desk, request, answer, now))


def _unseen(desk: Desk, request: SeriesRequest, now: int) -> frozenset[date]:
    """Days of a series on which its patient is taken by what the login does not see; writes nothing."""
    planned = planned_dates(request, desk.zone)
    if isinstance(planned, Invalid) or not isinstance(request.booking.patient, int | PatientNumber):
        return frozenset()

    def trial(connection: Connection, days: frozenset[date]) -> None:
        answer = _weighed(connection, desk, request, now, lock=True)
        if isinstance(answer, WeighedSeries):
            patient = answer.looked.facts.patient
            series, rows = _rows(connection, desk, request, answer, now, patient=patient)
            insert_entries(connection, series, [row for row in rows if row.day in days], now)

    return found_by_trying(desk.store, [each.day for each in planned.dates], trial)


def _weighed(
    connection: Connection,
    desk: Desk,
    request: SeriesRequest,
    now: int,
    *,
    lock: bool,
    unseen: frozenset[date] = frozenset(),
) -> WeighedSeries | KnownKey | Invalid:
    plans: list[SeriesPlan] = []

    def wishes(desk: Desk) -> Sequence[Wish] | Invalid:
        found = planned_dates(request, desk.zone)
        if isinstance(found, Invalid):
            return found
        plans.append(found)
        return [wish_of(booking_on(request, each)) for each in found.dates]

    booking = request.booking
    asked = Asked(booking.patient, booking.key, booking.override_reason)
    looked = look_around_all(connection, desk, wishes, asked, lock=lock)
    if not isinstance(looked, Looked):
        return looked
    gathering = Gathering(desk, looked, now)
    weighed: list[Weighed] = []
    for index, draft in enumerate(looked.drafts):
        each = gathering.judge(draft)
        if isinstance(each, Invalid):
            return each
        if plans[-1].dates[index].day in unseen:
            each = blocked_unseen(each)
        if not each.is_blocked:
            gathering.accept(each, sibling(index))
        weighed.append(each)
    return WeighedSeries(plans[-1], looked, gathering, tuple(weighed), unseen)


def _written(
    connection: Connection, desk: Desk, request: SeriesRequest, answer: WeighedSeries, now: int
) -> list[Entry]:
    """The entries of all dates that do not clash, once they are in the store."""
    patient = answer.looked.facts.patient
    if isinstance(request.booking.patient, NewPatient):
        patient = admitted(connection, request.booking.patient)
    series, rows = _rows(connection, desk, request, answer, now, patient=patient)
    ids = insert_entries(connection, series, rows, now)
    return [row_as_stored(row, id_, patient, series) for id_, row in zip(ids, rows, strict=True)]


def _rows(
    connection: Connection,
    desk: Desk,
    request: SeriesRequest,
    answer: WeighedSeries,
    now: int,
    *,
    patient: PatientOnEntry | None,
) -> tuple[SeriesId, list[EntryRow]]:
    """The series, put into the store with room made for it, and the entries that are still to go in."""
    booking = request.booking
    series = insert_series(
        connection,
        SeriesRow(
            SERIES,
            desk.zone.local(booking.starts_at).isoformat(timespec="seconds"),
            desk.zone.name,
            json.dumps(rule_values(request.rule)),
        ),
    )
    make_room_for_all(connection, [each for each in answer.weighed if not each.is_blocked], now)
    rows: list[EntryRow] = []
    for index, (date_, each) in enumerate(zip(answer.plan.dates, answer.weighed, strict=True)):
        if each.is_blocked:
            continue
        proposal = answer.gathering.accepted[sibling(index)]
        proposal = proposal if patient is None else with_patient(proposal, patient.id)
        rows.append(
            EntryRow(
                guarded(desk.practice, each, proposal),
                note=booking.note,
                reason=booking.reason,
                override_reason=each.override_reason,
                day=date_.day,
                key=None if rows else booking.key,
            )
        )
    return series, rows


def _replayed(
    connection: Connection, desk: Desk, request: SeriesRequest, known: KnownKey
) -> SeriesOutcome | Invalid:
    """The answer to a series that was booked before: its entries as they are now."""
    key = request.key
    entry = queries.entry(connection, known.entry)
    if key is None or entry is None:
        raise AssertionError("only a key can be known, and entries are never deleted")
    if known.fingerprint != key.fingerprint or entry.series is None:
        return invalid("key", "another request was answered under this key")
    stored = stored_series(connection, entry.series)
    planned = planned_dates(request, desk.zone)
    if isinstance(planned, Invalid):  # the practice has moved to another zone since
        planned = SeriesPlan((), (), ())
    by_day = {each.series_day: each for each in stored.entries}
    length = max(each.ends_at - each.starts_at for each in stored.entries)
    dates = [
        DateOutcome(each.series_day, DateState.DONE, each.span, entry=each)
        for each in stored.entries
        if each.series_day is not None
    ]
    dates += [
        DateOutcome(each.day, state, Span(each.starts_at, each.starts_at + length))
        for state, found in ((DateState.LEFT_OUT, planned.dates), (DateState.SKIPPED, planned.skipped))
        for each in found
        if each.day not in by_day
    ]
    return SeriesOutcome(
        Verdict.BOOKED,
        tuple(sorted(dates, key=lambda each: each.day)),
        planned.missing,
        stored.id,
        replayed=True,
    )


def rule_values(rule: SeriesRule) -> dict[str, object]:
    """A rule as it is stored, for people and other programs to read."""
    return {
        "frequency": rule.frequency.value,
        "interval": rule.interval,
        "weekdays": sorted(rule.weekdays),
        "until": None if rule.until is None else rule.until.isoformat(),
        "count": rule.count,
    }
