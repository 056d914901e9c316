"""Answers for several entries as JSON objects: of each date of a series, of each part of a combination."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from praxidesk.engine.entries import Entry
from praxidesk.engine.outcomes import Conflict, Outcome, Slot, SlotsFound
from praxidesk.engine.practice import Practice
from praxidesk.engine.series_outcomes import (
    CombinedOutcome,
    CombinedSlot,
    CombinedSlotsFound,
    DateOutcome,
    DateState,
    MissingDate,
    MissingReason,
    PartOutcome,
    SeriesOutcome,
    Verdict,
    sibling_index,
)
from praxidesk.engine.series_requests import CombinedRequest, CombinedSlotRequest, SeriesRequest
from praxidesk.engine.vocabulary import TypeId
from praxidesk.engine.walltime import Zone
from praxidesk.exchange.asked_patient import AnyRequest, asked_number, is_of_somebody_new
from praxidesk.exchange.json_answers import Json, answer, conflict_object
from praxidesk.exchange.json_participants import participant_objects
from praxidesk.exchange.names import Names

AnyOutcome = Outcome | SlotsFound | SeriesOutcome | CombinedOutcome | CombinedSlotsFound
_SAID = {
    MissingReason.NO_SUCH_DAY: "the month has no such day",
    MissingReason.CLOCKS_SKIP_IT: "the clocks skip the time on this day",
}


def any_answer(
    outcome: AnyOutcome, practice: Practice, zone: Zone, request: AnyRequest | None = None
) -> Json:
    """The one object that answers a request of any kind."""
    match outcome:
        case SeriesOutcome():
            return _series(outcome, _names(outcome, practice, zone, request), request)
        case CombinedOutcome():
            return _combined(outcome, _names(outcome, practice, zone, request), request)
        case CombinedSlotsFound():
            names = _names(outcome, practice, zone, request)
            types = (
                [] if not isinstance(request, CombinedSlotRequest) else [each.type for each in request.parts]
            )
            return {
                "slots": [_combined_slot(slot, types, names) for slot in outcome.slots],
                "searched_to": outcome.searched_to.isoformat(),
            }
        case _:
            plain = request if not isinstance(request, SeriesRequest) else request.booking
            if isinstance(plain, CombinedRequest | CombinedSlotRequest):
                plain = None
            return answer(outcome, practice, zone, plain)


def _series(outcome: SeriesOutcome, names: Names, request: AnyRequest | None) -> Json:
    values: Json = {"outcome": outcome.verdict.value}
    dates = outcome.dates
    told = [f"the date {each.day} of this request" for each in dates if each.state in _PLANNED]
    if outcome.series is not None:
        values["series"] = outcome.series
    if outcome.verdict is Verdict.REFUSED:
        values["conflicts"] = [
            {**_conflict(conflict, names, told), "date": each.day.isoformat()}
            for each in dates
            for conflict in each.conflicts
        ]
        values["alternatives"] = []
    else:
        head = next((each for each in dates if each.state in {DateState.DONE, DateState.FREE}), None)
        if head is not None:
            values |= _head(head.entry if outcome.verdict is not Verdict.FREE else None, head.span, names)
            values["warnings"] = [
                {**_conflict(conflict, names, told), "date": each.day.isoformat()}
                for each in dates
                if not each.is_blocked
                for conflict in each.conflicts
            ]
            _name_patient(values, head.entry, request)
    values["dates"] = [_date(each, outcome.verdict, names, told) for each in dates]
    values["missing"] = [_missing(each) for each in outcome.missing]
    if outcome.replayed:
        values["replayed"] = True
    return values


_PLANNED = frozenset({DateState.FREE, DateState.DONE, DateState.CLASHES})
_WORDS = {DateState.CLASHES: "refused"}


def _date(date_: DateOutcome, verdict: Verdict, names: Names, told: Sequence[str]) -> Json:
    state = date_.state
    values: Json = {
        "date": date_.day.isoformat(),
        "outcome": verdict.value if state is DateState.DONE else _WORDS.get(state, state.value),
    }
    if date_.entry is not None:
        values |= {"id": date_.entry.id, "version": date_.entry.version}
    values |= {"start": names.zone.iso(date_.span.start), "end": names.zone.iso(date_.span.end)}
    if date_.participants:
        values["participants"] = participant_objects(date_.participants, names)
    if state is DateState.CLASHES:
        values["conflicts"] = [_conflict(each, names, told) for each in date_.conflicts]
        values["alternatives"] = [_alternative(each, names) for each in date_.alternatives]
    elif state in _PLANNED:
        values["warnings"] = [_conflict(each, names, told) for each in date_.conflicts]
    elif state is DateState.MISSING:
        values["message"] = _SAID[MissingReason.CLOCKS_SKIP_IT]
    return values


def _missing(missing: MissingDate) -> Json:
    return {
        "month": f"{missing.month:%Y-%m}",
        "date": None if missing.day is None else missing.day.isoformat(),
        "reason": missing.reason.value,
        "message": _SAID[missing.reason],
    }


def _combined(outcome: CombinedOutcome, names: Names, request: AnyRequest | None) -> Json:
    values: Json = {"outcome": outcome.verdict.value}
    parts = outcome.parts
    told = [f"part {index + 1} of this request" for index in range(len(parts))]
    asked = request.parts if isinstance(request, CombinedRequest) else ()
    if outcome.series is not None:
        values["series"] = outcome.series
    if outcome.verdict is Verdict.REFUSED:
        values["conflicts"] = [
            {**_conflict(conflict, names, told), "part": index}
            for index, each in enumerate(parts)
            for conflict in each.conflicts
        ]
        types = (
            [] if not isinstance(request, CombinedRequest) else [each.booking.type for each in request.parts]
        )
        values["alternatives"] = [_combined_slot(each, types, names) for each in outcome.alternatives]
    elif parts:
        values |= _head(parts[0].entry, parts[0].span, names)
        values["end"] = names.zone.iso(parts[-1].span.end)
        values["warnings"] = [
            {**_conflict(conflict, names, told), "part": index}
            for index, each in enumerate(parts)
            for conflict in each.conflicts
        ]
        _name_patient(values, parts[0].entry, request)
    values["parts"] = [
        _part(each, asked[index].booking.type if asked else None, outcome.verdict, names, told)
        for index, each in enumerate(parts)
    ]
    if outcome.replayed:
        values["replayed"] = True
    return values


def _part(
    part: PartOutcome, type_id: TypeId | None, verdict: Verdict, names: Names, told: Sequence[str]
) -> Json:
    type_id = part.entry.type if part.entry is not None else type_id
    values: Json = {} if type_id is None else {"type": names.practice.types[type_id].code}
    if part.entry is not None:
        values |= {"id": part.entry.id, "version": part.entry.version, "status": part.entry.status.value}
    values |= {"start": names.zone.iso(part.span.start), "end": names.zone.iso(part.span.end)}
    values["participants"] = participant_objects(part.participants, names)
    kind = "conflicts" if verdict is Verdict.REFUSED else "warnings"
    values[kind] = [_conflict(each, names, told) for each in part.conflicts]
    return values


def _head(entry: Entry | None, span: tuple[int, int], names: Names) -> Json:
    values: Json = {} if entry is None else {"id": entry.id, "version": entry.version}
    return values | {"start": names.zone.iso(span[0]), "end": names.zone.iso(span[1])}


def _name_patient(values: Json, entry: Entry | None, request: AnyRequest | None) -> None:
    if entry is None or entry.patient is None:
        return
    if request is None or is_of_somebody_new(request):
        values["patient"] = entry.patient.number


def _combined_slot(slot: CombinedSlot, types: Sequence[TypeId | None], names: Names) -> Json:
    """As a booking wants it: only patient and key are to be added."""
    codes = [None if each is None else names.practice.types[each].code for each in types]
    return {
        "start": names.zone.iso(slot.span.start),
        "end": names.zone.iso(slot.span.end),
        "parts": [
            {
                **({"type": codes[index]} if index < len(codes) else {}),
                "start": names.zone.iso(each.starts_at),
                "end": names.zone.iso(each.ends_at),
                "participants": participant_objects(each.participants, names),
            }
            for index, each in enumerate(slot.parts)
        ],
    }


def _alternative(slot: Slot, names: Names) -> Json:
    return {
        "start": names.zone.iso(slot.starts_at),
        "participants": participant_objects(slot.participants, names),
    }


def _conflict(conflict: Conflict, names: Names, told: Sequence[str]) -> Json:
    """As ever; an entry that is not stored yet is called by its date or part."""
    index = sibling_index(conflict.entry)
    values = conflict_object(conflict, names)
    if index is None:
        return values
    what = told[index] if index < len(told) else "another date of this request"
    values["entry"] = None
    values["message"] = re.sub(r"entry -\d+", what, str(values["message"]))
    return values


def _names(
    outcome: SeriesOutcome | CombinedOutcome | CombinedSlotsFound,
    practice: Practice,
    zone: Zone,
    request: AnyRequest | None,
) -> Names:
    entries = list(_entries(outcome))
    return replace(
        Names(practice, zone, {each.patient.id: each.patient.number for each in entries if each.patient}),
        wanted_patient=asked_number(request),
        statuses={each.id: each.status for each in entries},
    )


def _entries(outcome: SeriesOutcome | CombinedOutcome | CombinedSlotsFound) -> Iterator[Entry]:
    found: Iterable[Entry | None] = ()
    if isinstance(outcome, SeriesOutcome):
        found = [
            *outcome.others,
            *(each.before for each in outcome.dates),
            *(each.entry for each in outcome.dates),
        ]
    elif isinstance(outcome, CombinedOutcome):
        found = [*outcome.others, *(each.entry for each in outcome.parts)]
    yield from (each for each in found if each is not None)
