"""The ``parts`` or ``combination`` of a line: appointments of one patient that follow each other."""

from collections.abc import Mapping

from praxidesk.engine.offerings import Combination
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import BookRequest
from praxidesk.engine.series_requests import CombinedPart, CombinedRequest
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import EntryKind
from praxidesk.engine.walltime import Zone
from praxidesk.exchange.fields import Fields, words
from praxidesk.exchange.json_fields import (
    read_key,
    read_minutes,
    read_moment,
    read_note,
    read_override,
    read_participants,
    read_patient,
    read_type,
)
from praxidesk.exchange.json_requests import read_first_status
from praxidesk.exchange.texts import UnreadableError, shown

MOST_PARTS = 20
LONGEST_GAP_MINUTES = 10_080
_KINDS = words([EntryKind.APPOINTMENT])


def read_combined(
    fields: Fields, practice: Practice, zone: Zone, values: Mapping[str, object], verb: str | None
) -> CombinedRequest:
    """A combination to book or check; ``verb`` is what the key counts for, ``None`` for a check."""
    fields.choice("kind", _KINDS)
    for key in ("type", "procedure", "participants", "fill", "minutes"):
        fields.refuse(key, "of a combination each part has its own")
    fields.refuse("series", "a combination cannot repeat")
    fields.refuse("id", "entries that are there do not become a combination")
    read_moment(fields, "end", zone)  # as a search's answer has it
    starts_at = read_moment(fields, "start", zone, required="combination" in values)
    parts = _parts(fields, practice, zone, starts_at)
    if starts_at is None and parts:
        if parts[0].is_fixed:
            starts_at = parts[0].booking.starts_at
        elif not fields.has("start"):
            fields.fault("start", "is missing")
    return CombinedRequest(
        starts_at or 0,
        parts,
        patient=read_patient(fields),
        note=read_note(fields),
        status=read_first_status(fields),
        override_reason=read_override(fields),
        key=None if verb is None else read_key(fields, verb, values),
    )


def read_combination(fields: Fields, practice: Practice) -> Combination | None:
    """A combination of the practice by its code."""

    def parse(value: object) -> Combination:
        for each in practice.combinations:
            if each.code == value:
                return each
        raise UnreadableError(f"{shown(value)} is no code of a combination")

    return fields.parsed("combination", parse, None)


def read_gap(fields: Fields) -> tuple[int, int] | None:
    """Minutes at least and at most after the part before."""

    def parse(value: object) -> tuple[int, int]:
        if not isinstance(value, list) or len(value) != 2 or any(type(each) is not int for each in value):
            raise UnreadableError(f"{shown(value)} is no pair of minutes such as [0, 30]")
        least, longest = value
        if not 0 <= least <= longest <= LONGEST_GAP_MINUTES:
            raise UnreadableError(
                f"{shown(value)} is no pair of minutes from 0 to {LONGEST_GAP_MINUTES:,}, the smaller first"
            )
        return least, longest

    return fields.parsed("gap", parse, None)


def _parts(fields: Fields, practice: Practice, zone: Zone, starts_at: int | None) -> tuple[CombinedPart, ...]:
    if fields.has("combination"):
        fields.refuse("parts", "cannot stand beside combination, which names them")
        combination = read_combination(fields, practice)
        return () if combination is None else of_combination(practice, combination, starts_at or 0)
    tables = fields.tables("parts", required=True)
    if len(tables) == 1 or len(tables) > MOST_PARTS:
        fields.fault("parts", f"are from 2 to {MOST_PARTS}")
    return tuple(
        _part(inner, practice, zone, starts_at, is_first=index == 0) for index, inner in enumerate(tables)
    )


def of_combination(practice: Practice, combination: Combination, starts_at: int) -> tuple[CombinedPart, ...]:
    """The parts of a combination of the practice, people and rooms left to the desk."""
    return tuple(
        CombinedPart(
            BookRequest(EntryKind.APPOINTMENT, starts_at, (), type=practice.type_ids[each.type], fill=True),
            each.least_gap,
            each.longest_gap,
        )
        for each in combination.parts
    )


def _part(
    fields: Fields, practice: Practice, zone: Zone, starts_at: int | None, *, is_first: bool
) -> CombinedPart:
    if is_first:
        fields.refuse("gap", "the first part follows none")
    own = read_moment(fields, "start", zone)
    if is_first and own is not None and starts_at is not None and own != starts_at:
        fields.fault("start", "is not the start of the whole")
    end = read_moment(fields, "end", zone)
    minutes = read_minutes(fields)
    began = own if own is not None else starts_at if is_first else None
    if end is not None and began is not None:
        if minutes not in {None, (end - began) // MINUTE} or end <= began:
            fields.fault("end", "does not fit start and minutes")
        minutes = (end - began) // MINUTE
    gap = None if is_first else read_gap(fields)
    fill = fields.flag("fill")
    least, longest = gap or (0, 0)
    part = CombinedPart(
        BookRequest(
            EntryKind.APPOINTMENT,
            own if own is not None else starts_at or 0,
            read_participants(fields, practice, required=not fill),
            type=read_type(fields, practice),
            minutes=minutes,
            fill=fill,
        ),
        least,
        None if gap is None and own is not None else longest,
        is_fixed=own is not None,
    )
    fields.close()
    return part
