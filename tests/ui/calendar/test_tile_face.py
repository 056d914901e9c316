"""What a tile knows to say of an entry."""

from dataclasses import replace
from datetime import date

import pytest

from praxidesk.engine.vocabulary import Colour, EntryId, Priority, Status, TypeId
from praxidesk.ui.calendar.by_actor import ByActor
from praxidesk.ui.calendar.colour_by import ColourBy
from praxidesk.ui.calendar.glyphs import Symbol
from praxidesk.ui.calendar.tile_face import FaceWords, Look, TileFace, one_line
from praxidesk.ui.wording.actor_names import family_names, numbered, short_name, short_names
from tests.ui.calendar.small_day import (
    CHECK,
    KOC,
    ROOM,
    WEBER,
    ZONE,
    appointment,
    blockout,
    patient,
    practice,
)

WORDS = FaceWords(practice(), ZONE, ColourBy.TYPE, {})


def face(number: int = 0, words: FaceWords = WORDS, **changes: object) -> TileFace:
    entry = replace(appointment(1, "09:30-09:50", WEBER, ROOM), **changes)  # type: ignore[arg-type]
    return words.face(entry, entry.allocations[number])


def test_name_age_type_and_time_are_its_words() -> None:
    made = face()
    assert (made.family, made.given, made.age) == ("Kaya", "Deniz", "42")
    assert (made.service, made.time, made.colour) == ("Kontrolle", "09:30", Colour.TEAL)


def test_with_a_practitioner_the_room_is_said_and_in_a_room_the_practitioner() -> None:
    assert face(0).other == "R1"
    assert face(1).other == "WEB"


def test_the_usual_room_goes_without_saying() -> None:
    entries = [appointment(1, "08:00-08:20", WEBER, ROOM), appointment(2, "09:00-09:20", KOC)]
    assert ByActor(entries).usual_room(WEBER) == ROOM
    assert ByActor(entries).usual_room(KOC) is None
    rooms = {WEBER: ROOM}
    assert face(0, replace(WORDS, usual_rooms=rooms)).other == ""
    assert face(1, replace(WORDS, usual_rooms=rooms)).other == "WEB"


def test_a_first_visit_and_an_urgent_type_have_symbols_and_words() -> None:
    known = practice()
    marked = {
        TypeId(7): replace(known.types[CHECK], short="Erst", first_visit=True),
        TypeId(8): replace(known.types[CHECK], priority=Priority.HIGH),
    }
    all_words = replace(WORDS, practice=replace(known, types={**known.types, **marked}))
    assert face(0, all_words).marks == ()
    assert (face(0, all_words).service, face(0, all_words).short_service) == ("Kontrolle", "Kontrolle")
    first, urgent = (face(0, all_words, type=each) for each in marked)
    assert (first.marks, first.short_service) == ((Symbol.FIRST_VISIT,), "Erst")
    assert urgent.marks == (Symbol.URGENT,)
    entry = replace(appointment(1, "09:30-09:50", WEBER), type=TypeId(8))
    assert "urgent" in all_words.spoken(entry, entry.allocations[0])


@pytest.mark.parametrize(
    ("status", "look"),
    [
        (Status.PROPOSED, Look.PENDING),
        (Status.PENDING, Look.PENDING),
        (Status.WAITLIST, Look.PENDING),
        (Status.BOOKED, Look.BOOKED),
        (Status.ARRIVED, Look.ARRIVED),
        (Status.CHECKED_IN, Look.CHECKED_IN),
        (Status.FULFILLED, Look.DONE),
        (Status.NOSHOW, Look.NOSHOW),
        (Status.CANCELLED, Look.CANCELLED),
        (Status.ENTERED_IN_ERROR, Look.CANCELLED),
    ],
)
def test_every_status_has_a_look(status: Status, look: Look) -> None:
    assert face(status=status).look is look


def test_without_a_patient_it_is_called_by_what_it_is() -> None:
    made = face(patient=None)
    assert (made.family, made.given, made.age, made.service) == ("Kontrolle", "", "", "")


def test_blocked_time_is_called_by_its_reason() -> None:
    entry = blockout(1, "11:00-11:30", KOC, "Besprechung")
    made = WORDS.face(entry, entry.allocations[0])
    assert (made.look, made.family) == (Look.BLOCKOUT, "Besprechung")


def test_somebody_with_only_a_given_name_is_called_by_that() -> None:
    made = face(patient=replace(patient(1), family="", given="Suharto"))
    assert (made.family, made.given) == ("Suharto", "")


def test_a_birth_date_in_the_future_gives_no_age() -> None:
    assert face(patient=replace(patient(1), birth_date=date(2030, 1, 1))).age == ""


def test_notes_and_overrides_are_marked() -> None:
    made = face(note=" x ", override_reason="Notfall")
    assert made.marks == (Symbol.NOTE, Symbol.OVERRIDE)
    assert made.is_overridden


def test_colour_may_come_from_the_practitioner() -> None:
    words = replace(WORDS, colour_by=ColourBy.PRACTITIONER)
    assert face(0, words).colour is Colour.ROSE
    assert face(1, words).colour is Colour.ROSE


def test_what_a_screen_reader_says_names_date_column_time_patient_type_and_status() -> None:
    entry = appointment(1, "09:30-09:50", status=Status.ARRIVED)
    spoken = WORDS.spoken(entry, entry.allocations[0])
    for part in (
        "23",
        "2026",
        "Dr. med. Lena Weber",
        "09:30",
        "09:50",
        "Kaya, Deniz",
        "Kontrolle",
        "Arrived",
    ):
        assert part in spoken


def test_two_entries_that_look_alike_have_equal_faces() -> None:
    first, second = appointment(1, "09:30-09:50"), replace(appointment(1, "09:30-09:50"), id=EntryId(2))
    assert WORDS.face(first, first.allocations[0]) == WORDS.face(second, second.allocations[0])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a\nb", "a b"),
        ("  a \t b  ", "a b"),
        ("a\x00b", "a b"),
        ("<b>", "<b>"),
        ("x" * 999, "x" * 200),
        ("", ""),
    ],
)
def test_one_line_is_one_line(text: str, wanted: str) -> None:
    assert one_line(text) == wanted


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Dr. med. Lena Weber", "Dr. Weber"),
        ("Prof. Dr. Maarten van der Linden", "Prof. van der Linden"),
        ("Dr. Weber", "Dr. Weber"),
        ("Lena Weber", "Lena Weber"),
        ("Dr.", "Dr."),
        ("", ""),
    ],
)
def test_a_narrow_column_keeps_title_and_family_name(name: str, wanted: str) -> None:
    assert short_name(name) == wanted


def test_people_who_share_a_short_name_keep_their_initial() -> None:
    names = (
        "Dr. med. Lena Weber",
        "Dr. Karl Weber",
        "Prof. Ida von Koç",
        "Lena",
        "Lisa Maiwald",
        "Dr. Weber",
    )
    short = ("Dr. L. Weber", "Dr. K. Weber", "Prof. von Koç", "Lena", "Lisa Maiwald", "Dr. Weber")
    family = ("L. Weber", "K. Weber", "von Koç", "Lena", "Maiwald", "Dr. Weber")
    assert tuple(short_names(names).values()) == short
    assert tuple(family_names(names).values()) == family
    assert tuple(short_names(names[1:3]).values()) == ("Dr. Weber", "Prof. von Koç")
    assert tuple(family_names(names[1:5]).values()) == ("Weber", "von Koç", "Lena", "Maiwald")


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Sprechzimmer 1", ("Sprechzimmer", "1")),
        ("OP-Saal 12b", ("OP-Saal", "12b")),
        ("Eingriffsraum", ("Eingriffsraum", "")),
        ("Raum Röntgen", ("Raum Röntgen", "")),
        ("", ("", "")),
    ],
)
def test_a_narrow_column_keeps_the_number_of_a_room(name: str, wanted: tuple[str, str]) -> None:
    assert numbered(name) == wanted


def test_a_type_that_this_desk_does_not_know_yet_breaks_nothing() -> None:
    made = face(type=TypeId(99))
    assert (made.family, made.service, made.colour) == ("Kaya", "Appointment", Colour.SLATE)
