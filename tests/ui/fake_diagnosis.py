"""A diagnosis such as a busy morning leaves it, with some answers that took too long."""

from dataclasses import replace

from praxidesk.engine.store_facts import HeldSession, ServerCounts, ServerStatement, StoreFacts
from praxidesk.worker.questions.diagnostics import Diagnosis, MinuteTimes, UseCaseTimes

_HOUR = 3600

STATEMENTS = (
    ServerStatement(
        "SELECT entry.id, entry.version, entry.kind, entry.status FROM entry LEFT OUTER JOIN patient ON"
        " patient.actor_id = entry.patient_id WHERE entry.starts_at > $1 AND entry.starts_at < $2",
        12_408,
        4.31,
        212.4,
        53_478.5,
    ),
    ServerStatement(
        "INSERT INTO allocation (entry_id, actor_id, role) VALUES ($1, $2, $3)", 811, 0.62, 8.9, 503.0
    ),
)
FILE = StoreFacts("sqlite", "3.40.1", "0010", "delete", 48_734_208, (), None, ServerCounts.NO_SERVER)
SERVER = StoreFacts(
    "postgresql",
    "15.18",
    "0010",
    "",
    1_872_104_448,
    (
        ("journal", 702_111_744),
        ("allocation", 511_705_088),
        ("journal_seal", 311_427_072),
        ("entry", 191_365_120),
    ),
    21,
    ServerCounts.READ,
    STATEMENTS,
)
HELD = (
    HeldSession(4720, "bert", "Bert Lang", "Platz 2", False, 47, 12, (4711,)),
    HeldSession(4733, "praxi_wand", "", "", False, 3, 3, (4720, 9)),
    HeldSession(4711, "anna", "Anna Beck", "Empfang Süd", True, 48, None),
    HeldSession(4740, "nightly", "", "", False, 400, None),
)
"""Times are seconds ago."""


def held(now: int) -> StoreFacts:
    """A server on which two wait for one that rests."""
    return replace(
        SERVER,
        held=tuple(
            replace(
                each,
                begun_at=now - (each.begun_at or 0),
                waits_since=None if each.waits_since is None else now - each.waits_since,
            )
            for each in HELD
        ),
    )


# Name, how often, statements, p50, p99, longest, limit, how often over it.
_CASES = (
    ("AskPatientCard", 27, 135, 7.1, 18.4, 18.4, 500, 0),
    ("EntryHistory", 214, 214, 0.9, 2.4, 3.1, 500, 0),
    ("FindEverything", 311, 2_177, 11.2, 73.5, 318, 200, 1),
    ("book", 58, 290, 8.4, 61.3, 1_412, 1_000, 1),
    ("move", 31, 155, 9.0, 44.2, 44.2, 1_000, 0),
    ("noticed", 28_800, 28_811, 0.1, 0.3, 12.8, 200, 0),
    ("patients", 96, 192, 4.2, 21.1, 23.9, 200, 0),
    ("slots", 44, 51, 24.6, 143, 143, 1_000, 0),
    ("status", 107, 535, 6.3, 31.7, 52.1, 1_000, 0),
    ("week", 402, 804, 12.7, 96.2, 241, 500, 0),
)


def diagnosis(now: int, store: StoreFacts = FILE) -> Diagnosis:
    minutes = tuple(
        MinuteTimes(now // 60 * 60 - (59 - place) * 60, counts, 1_412 if counts[3] else 80)
        for place, counts in enumerate(
            (20 + place * 7 % 23, 11 + place * 5 % 17, place % 4, int(place == 41)) for place in range(60)
        )
    )
    return Diagnosis(
        now - 2 * _HOUR,
        now,
        tuple(
            UseCaseTimes(
                *(name, count, 2 * (name == "patients"), statements, count * p50 * 1.3, p50, p99, longest),
                *(p50 * 1.1, now - count, limit, over),
            )
            for name, count, statements, p50, p99, longest, limit, over in _CASES
        ),
        minutes,
        store,
    )
