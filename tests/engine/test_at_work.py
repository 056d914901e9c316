import pytest

from praxidesk.engine.at_work import (
    EXPIRY_SECONDS,
    LONGEST_DESK,
    MOST_DESKS,
    MOST_ENTRIES,
    Announcement,
    Editor,
    Roster,
    announced,
    of_entry,
    of_record,
    patient_record,
    settings_page,
)
from praxidesk.engine.vocabulary import ActorId, EntryId

TOKEN, OTHER = "0123456789abcdef", "f" * 16
SEVEN, EIGHT = EntryId(7), EntryId(8)


def test_what_a_desk_tells_is_read_as_it_was_meant() -> None:
    for entries in ((), (SEVEN,), (SEVEN, EIGHT)):
        said = Announcement(TOKEN, "Platz 2", entries)
        assert announced(said.as_text()) == said
    many = tuple(EntryId(each) for each in range(MOST_ENTRIES + 5))
    assert announced(Announcement(TOKEN, "Platz 2", many).as_text()) == Announcement(
        TOKEN, "Platz 2", many[:MOST_ENTRIES]
    )
    for record in (patient_record(ActorId(17)), settings_page("appointment_type")):
        said = Announcement(TOKEN, "Platz 2", record=record)
        assert announced(said.as_text()) == said
    name = announced(Announcement(TOKEN, "Platz\n\x00 2" + "x" * 90, (SEVEN,)).as_text())
    assert name is not None
    assert name.desk == ("Platz 2" + "x" * 90)[:LONGEST_DESK]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "7",
        f"{TOKEN} 7",
        f"{TOKEN} 7 ",
        f"{TOKEN} x Platz",
        f"{TOKEN} 7; Platz",
        f"{TOKEN} -7 Platz",
        f"{TOKEN} p Platz",
        f"{TOKEN} p7,8 Platz",
        f"{TOKEN} s.Räume Platz",
        f"{TOKEN} s. Platz",
        f"{TOKEN[:-1]} 7 Platz",
        f"{TOKEN} {'7,' * 9}7 Platz",
        f"{TOKEN} 7 {'x' * 41}",
        f"{TOKEN} ٧ Platz",
    ],
)
def test_what_is_none_of_ours_says_nothing(text: str) -> None:
    assert announced(text) is None


def test_a_desk_that_closes_what_was_open_or_is_heard_no_more_is_forgotten() -> None:
    roster = Roster()
    roster.note("anna", Announcement(TOKEN, "Platz 2", (SEVEN, EIGHT)), 0)
    roster.note("", Announcement(OTHER, "Platz 3", (SEVEN,)), 5)
    assert of_entry(roster.editors(6), SEVEN) == (
        Editor(SEVEN, "Platz 2", "anna"),
        Editor(SEVEN, "Platz 3", ""),
    )
    roster.note("anna", Announcement(TOKEN, "Platz 2", (EIGHT,)), 7)
    assert of_entry(roster.editors(8), SEVEN) == (Editor(SEVEN, "Platz 3", ""),)
    roster.note("", Announcement(OTHER, "Platz 3"), 9)
    assert roster.editors(9) == (Editor(EIGHT, "Platz 2", "anna"),)
    assert roster.editors(7 + EXPIRY_SECONDS)
    assert roster.editors(7.1 + EXPIRY_SECONDS) == ()


def test_whoever_has_a_record_open_has_no_entry_open() -> None:
    roster, page = Roster(), settings_page("room")
    roster.note("", Announcement(TOKEN, "Platz 2", (SEVEN,)), 0)
    roster.note("", Announcement(OTHER, "Platz 3", record=page), 0)
    assert of_record(roster.editors(1), page) == (Editor(None, "Platz 3", "", page),)
    assert of_record(roster.editors(1), "") == ()
    assert [each.entry for each in roster.editors(1)] == [None, SEVEN]


def test_nobody_closes_what_is_open_for_another_login_and_a_flood_has_its_end() -> None:
    roster = Roster()
    roster.note("anna", Announcement(TOKEN, "Platz 2", (SEVEN,)), 0)
    roster.note("eve", Announcement(TOKEN, "Platz 2"), 1)
    roster.note("eve", Announcement(TOKEN, "Platz 2", (EIGHT,)), 1)
    assert of_entry(roster.editors(2), SEVEN) == (Editor(SEVEN, "Platz 2", "anna"),)
    for each in range(2 * MOST_DESKS):
        roster.note("eve", Announcement(f"{each:016x}", "Platz 2", (EntryId(each),)), 3)
    assert len(roster.editors(4)) == MOST_DESKS
