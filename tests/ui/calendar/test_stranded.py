"""Entries that somebody's absence strands are marked wherever they stand: by a symbol, and in words."""

from dataclasses import replace
from datetime import datetime

from praxidesk.engine.availability import Absence, Availability
from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import ActorId, Status
from praxidesk.ui.calendar.colour_by import ColourBy
from praxidesk.ui.calendar.entry_tooltip import entry_tooltip
from praxidesk.ui.calendar.glyphs import Symbol
from praxidesk.ui.calendar.month.days import month_facts
from praxidesk.ui.calendar.month.month_text import day_spoken, entry_spoken
from praxidesk.ui.calendar.rooms.rooms_text import spoken
from praxidesk.ui.calendar.tile_face import FaceWords
from praxidesk.ui.calendar.tile_text import fit
from tests.ui.calendar.faces import measure
from tests.ui.calendar.small_day import KOC, ROOM, WEBER, ZONE, appointment, blockout, practice, state

STAYS = appointment(1, "09:00-09:20", WEBER, ROOM)
GOES = appointment(2, "10:00-10:20", WEBER, ROOM)
HERE = appointment(3, "10:30-10:50", WEBER, ROOM, status=Status.ARRIVED)
MEETING = blockout(4, "11:00-11:30", WEBER, "Besprechung")
OTHERS = appointment(5, "10:00-10:20", KOC)


def sick() -> Practice:
    made = practice()
    absence = Absence(datetime(2026, 11, 23, 10), datetime(2026, 11, 24), "Krank <b>")
    weber = made.actors[WEBER]
    absent = replace(weber, availability=Availability(weber.availability.hours, absences=(absence,)))
    return replace(made, actors={**made.actors, WEBER: absent})


def symbols(words: FaceWords, width: int, height: int, actor: ActorId = WEBER) -> list[list[str]]:
    """Of each entry, those on its tile in the column of ``actor``, from left to right."""
    shown = []
    for entry in (STAYS, GOES, HERE, MEETING, OTHERS):
        part = next((each for each in entry.allocations if each.actor == actor), entry.allocations[0])
        fitted = fit(words.face(entry, part), width, height, measure)
        shown.append([each.symbol.value for each in sorted(fitted.marks, key=lambda each: each.x)])
    return shown


def test_tiles_that_must_go_carry_a_symbol_at_every_size_and_in_every_column() -> None:
    words = FaceWords(sick(), ZONE, ColourBy.TYPE, {})
    for actor in (WEBER, ROOM):
        for width in (56, 80, 120, 200):
            for height in (12, 18, 32, 64):
                first, gone, *_ = symbols(words, width, height, actor)
                assert (first, gone) == ([], ["stranded"]), (width, height)
        stays, gone, here, meeting, others = symbols(words, 200, 32, actor)
        assert (stays, others) == ([], [])
        assert (here, meeting) == (["clock", "stranded"], ["lock", "stranded"])
    fitted = fit(words.face(GOES, GOES.allocations[0]), 120, 18, measure)
    mark, name = fitted.marks[0], fitted.runs[0]
    assert mark.symbol is Symbol.STRANDED
    assert mark.x > 4
    assert mark.x + mark.size < name.x, "beside the edge of the type, and not under the name"


def test_words_say_who_is_absent_and_why() -> None:
    made = replace(state(STAYS, GOES, HERE, MEETING, OTHERS), practice=sick())
    words = FaceWords(made.practice, ZONE, ColourBy.TYPE, {})
    for entry, must_go in ((STAYS, False), (GOES, True), (HERE, True), (MEETING, True), (OTHERS, False)):
        for said in (
            words.spoken(entry, entry.allocations[0]),
            entry_spoken(entry, made),
            spoken(entry, "", made),
            entry_tooltip(made, entry),
        ):
            assert ("To be moved" in said) is must_go
            assert ("Dr. Weber absent (Krank" in said) is must_go
            assert "<b>" not in entry_tooltip(made, entry)
    day = month_facts(made).days[0]
    assert day.stranded == 3
    assert "3 to be moved" in day_spoken(day, made)
    calm = month_facts(state(STAYS, GOES)).days[0]
    assert calm.stranded == 0
    assert "moved" not in day_spoken(calm, state(STAYS, GOES))
