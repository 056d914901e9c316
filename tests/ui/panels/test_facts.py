"""What the details list about an entry."""

from dataclasses import replace

from praxidesk.engine.offerings import PhaseMinutes
from praxidesk.engine.vocabulary import EntryKind, Status
from praxidesk.ui.panels.facts import Fact, facts
from praxidesk.ui.panels.operation_facts import operation_facts
from tests.ui.calendar.small_day import KOC, ROOM, WEBER, ZONE, appointment, practice


def test_whose_absence_strands_an_entry_is_named_as_long_as_it_stands() -> None:
    away = Fact("Absent", "Dr. Koç (Fortbildung)")
    for when, actors, is_told in (
        ("13:00-13:20", (KOC, ROOM), True),
        ("12:50-13:10", (WEBER, KOC), True),
        ("12:40-13:00", (KOC,), False),
        ("14:00-14:20", (WEBER,), False),
    ):
        entry = appointment(1, when, *actors)
        assert (away in facts(practice(), ZONE, entry, None, entry.starts_at)) is is_told, when
        surgery = replace(entry, kind=EntryKind.OPERATION, type=None, phases=PhaseMinutes(surgery=20))
        assert (away in operation_facts(practice(), ZONE, surgery)) is is_told, when
    gone = appointment(1, "13:00-13:20", KOC, status=Status.CANCELLED)
    assert away not in facts(practice(), ZONE, gone, None, gone.starts_at)
