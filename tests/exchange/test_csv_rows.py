"""Rows of foreign tables become bookings and patients, or are named with line, column and reason."""

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praxidesk.engine.entries import Patient
from praxidesk.engine.requests import BookRequest, NewPatient, Participant, PatientNumber
from praxidesk.engine.vocabulary import EntryKind, Phase, Role, Status
from praxidesk.exchange.csv_mapping import read_mapping
from praxidesk.exchange.csv_rows import MappedRow, RowMapper
from praxidesk.exchange.csv_table import Table
from praxidesk.exchange.json_bookings import parse_booking
from tests.exchange.practices import KNIE, KONTR, OP1, PRACTICE, R1, WEB, ZONE

VISIT = """
[request]
key = { column = "No", prefix = "v-" }
type = "KONTR"
start = { column = "Start" }
participants = [{ role = "practitioner", actor = "WEB" }]
"""


def rows(mapping: str, text: str) -> Sequence[MappedRow]:
    read = read_mapping(mapping)
    table = Table("t.csv", io.StringIO(text, newline=""), read.layout)
    mapper = RowMapper(read, table)
    return [mapper.read(record, PRACTICE, ZONE) for record in table.records()]


def booking(mapping: str, text: str) -> BookRequest:
    [row] = rows(mapping, text)
    assert row.request is not None, row.faults
    return row.request


def local(request: BookRequest) -> datetime:
    return ZONE.local(request.starts_at)


def test_a_row_is_the_same_request_as_its_json_line() -> None:
    request = booking(VISIT, "No,Start\n7,2026-11-23 09:00\n")
    line = (
        '{"key": "v-7", "type": "KONTR", "start": "2026-11-23T09:00",'
        ' "participants": [{"actor": "WEB", "role": "practitioner"}]}'
    )
    assert request == parse_booking(line, PRACTICE, ZONE)


def test_status_belongs_to_what_a_key_stands_for() -> None:
    mapping = (
        VISIT + 'status = { column = "S", codes = { da = "fulfilled", weg = "cancelled", "" = "noshow" } }'
    )
    done, gone = rows(mapping, "No,Start,S\n7,2026-11-23 09:00,da\n7,2026-11-23 09:00,weg\n")
    assert done.request is not None
    assert gone.request is not None
    assert (done.request.status, gone.request.status) == (Status.FULFILLED, Status.CANCELLED)
    assert done.request.key != gone.request.key


def test_a_cancelled_row_may_say_why() -> None:
    mapping = VISIT + 'status = "cancelled"\nreason = { column = "Why" }'
    request = booking(mapping, "No,Start,Why\n7,2026-11-23 09:00,krank\n")
    assert (request.status, request.reason) == (Status.CANCELLED, "krank")


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        pytest.param("", "2026-11-23T09:05", datetime(2026, 11, 23, 9, 5), id="iso"),
        pytest.param(
            "", "2026-11-23 09:05:00", datetime(2026, 11, 23, 9, 5), id="iso-with-space-and-seconds"
        ),
        pytest.param("", "2026-11-23T08:05:00Z", datetime(2026, 11, 23, 9, 5), id="iso-with-offset"),
        pytest.param(', format = "%m/%d/%y %H:%M"', "1/3/22 7:00", datetime(2022, 1, 3, 7), id="american"),
        pytest.param(', format = "%d.%m.%Y %H:%M"', "3.1.2022 7:05", datetime(2022, 1, 3, 7, 5), id="german"),
        pytest.param(
            ', format = "%d.%m.%Y %H.%M Uhr"', "03.01.2022 07.05 Uhr", datetime(2022, 1, 3, 7, 5), id="uhr"
        ),
        pytest.param(
            ', format = "%m/%d/%Y %I:%M %p"', "1/3/2022 1:05 PM", datetime(2022, 1, 3, 13, 5), id="pm"
        ),
        pytest.param(
            ', format = ["%d.%m.%Y %H:%M", "%Y%m%d%H%M"]',
            "202201030705",
            datetime(2022, 1, 3, 7, 5),
            id="second-form",
        ),
        pytest.param(
            ', format = "%Y-%m-%d %H:%M:%S", round = "down"',
            "2022-01-03 07:05:59",
            datetime(2022, 1, 3, 7, 5),
            id="down",
        ),
        pytest.param(
            ', format = "%Y-%m-%d %H:%M:%S", round = "nearest"',
            "2022-01-03 23:59:30",
            datetime(2022, 1, 4),
            id="rounded-into-the-next-day",
        ),
    ],
)
def test_a_start_is_read_by_its_pattern(form: str, text: str, expected: datetime) -> None:
    mapping = VISIT.replace('{ column = "Start" }', f'{{ column = "Start"{form} }}')
    assert local(booking(mapping, f"No,Start\n7,{text}\n")) == expected


def test_date_and_time_may_stand_in_two_columns() -> None:
    mapping = VISIT.replace(
        '{ column = "Start" }',
        '{ date = { column = "D", format = "%d.%m.%y" }, time = { column = "T", round = "up" } }',
    )
    assert local(booking(mapping, "No,D,T\n7,3.1.22,07:05:01\n")) == datetime(2022, 1, 3, 7, 6)
    assert local(booking(mapping, "No,D,T\n7,3.1.22,23:59:01\n")) == datetime(2022, 1, 4)


@pytest.mark.parametrize(
    ("cell", "text", "minutes"),
    [
        pytest.param("", "45", 45, id="whole"),
        pytest.param(', round = "nearest"', "44,5", 45, id="half-goes-up"),
        pytest.param(', round = "up"', "44,1", 45, id="up"),
        pytest.param(', round = "down"', "45,9", 45, id="down"),
        pytest.param(', unit = "hours"', "0,75", 45, id="hours"),
        pytest.param(', unit = "seconds"', "2.700", 45, id="seconds-and-thousands"),
        pytest.param(', unit = "h:mm"', "0:45", 45, id="clock"),
        pytest.param(', unit = "h:mm", round = "up"', "00:44:10", 45, id="clock-with-seconds"),
        pytest.param(', when_empty = "45"', "", 45, id="empty"),
    ],
)
def test_lengths_of_time(cell: str, text: str, minutes: int) -> None:
    mapping = '[table]\ndelimiter = ";"\ndecimal = ","\nthousands = "."\n' + VISIT
    mapping += f'minutes = {{ column = "Dauer"{cell} }}'
    assert booking(mapping, f"No;Start;Dauer\n7;2026-11-23 09:00;{text}\n").minutes == minutes


def test_an_end_gives_the_length_also_over_a_change_of_the_clocks() -> None:
    mapping = VISIT + 'end = { column = "End" }'
    request = booking(mapping, "No,Start,End\n7,2026-10-25 01:30,2026-10-25 03:30\n")
    assert request.minutes == 180


def test_an_operation_is_as_long_as_the_row_says() -> None:
    mapping = """
    [request]
    key = { line = true, prefix = "row " }
    procedure = { column = "P", codes = { "29881" = "KNIE" } }
    start = { column = "Start" }
    minutes = { column = "M" }
    phases = { cleaning = 5 }
    participants = [{ role = "room", actor = { column = "R", prefix = "OP" } }]
    """
    text = "P,Start,M,R\n29881,2026-11-23 09:00,90,1\n29881,2026-11-23 09:00,24,1\n"
    fits, too_short = rows(mapping, text)
    assert fits.request is not None
    assert (fits.request.kind, fits.request.procedure) == (EntryKind.OPERATION, KNIE)
    # The procedure sets up for 20 minutes.
    assert fits.request.phases == {Phase.CLEANING: 5, Phase.SURGERY: 65}
    assert fits.request.participants == (Participant(OP1, Role.ROOM),)
    assert fits.key == "row 2"
    [fault] = too_short.faults
    assert (fault.field, fault.columns) == ("minutes", ("M",))
    assert fault.message == "24 minutes are fewer than the 25 of setup and cleaning"


def test_a_plain_stretch_of_minutes_is_possible_for_an_operation() -> None:
    mapping = """
    [request]
    key = { column = "No" }
    procedure = "KNIE"
    start = { column = "Start" }
    phases = { setup = 0, surgery = { column = "M" } }
    participants = [{ role = "room", actor = "OP1" }]
    """
    request = booking(mapping, "No,Start,M\n7,2026-11-23 09:00,90\n")
    assert request.phases == {Phase.SETUP: 0, Phase.SURGERY: 90}


def test_a_blockout_says_what_it_is() -> None:
    mapping = """
    [request]
    key = { column = "No" }
    kind = "blockout"
    start = { column = "Start" }
    minutes = 30
    reason = { column = "What" }
    participants = [{ role = "room", actor = "R1" }]
    """
    request = booking(mapping, "No,Start,What\n7,2026-11-23 09:00,Wartung\n")
    assert (request.kind, request.minutes, request.reason) == (EntryKind.BLOCKOUT, 30, "Wartung")


def test_participants_may_be_left_out_where_the_mapping_says_so() -> None:
    mapping = VISIT.replace(
        '[{ role = "practitioner", actor = "WEB" }]',
        """[
          { role = "practitioner", actor = { column = "Doc", codes = { "Dr. Weber" = "WEB" } } },
          { role = "room", actor = { column = "Room", optional = true }, from = 5, minutes = { value = 5 } },
        ]""",
    )
    with_room, without, nobody = rows(
        mapping,
        "No,Start,Doc,Room\n1,2026-11-23 09:00,Dr. Weber,R1\n2,2026-11-23 09:00,Dr. Weber,\n"
        "3,2026-11-23 09:00,,R1\n",
    )
    assert with_room.request is not None
    assert with_room.request.participants == (
        Participant(WEB, Role.PRACTITIONER),
        Participant(R1, Role.ROOM, 5, 5),
    )
    assert without.request is not None
    assert without.request.participants == (Participant(WEB, Role.PRACTITIONER),)
    assert [(fault.columns, fault.message) for fault in nobody.faults] == [(("Doc",), "is empty")]


@pytest.mark.parametrize(
    ("patient", "cells", "expected"),
    [
        pytest.param('{ column = "A" }', "00017,,", PatientNumber("00017"), id="number-with-zeros"),
        pytest.param('{ column = "A", optional = true }', ",,", None, id="nobody"),
        pytest.param(
            '{ family = { column = "A" }, given = { column = "B" },'
            ' birth_date = { column = "C", format = "%d.%m.%Y" } }',
            "Öz,Ada,29.2.1984",
            NewPatient("Öz", "Ada", date(1984, 2, 29)),
            id="two-names",
        ),
        pytest.param(
            '{ family = { column = "A" }, given = { column = "B" }, birth_date = { column = "C" } }',
            "Öz,,",
            NewPatient("Öz", "", None),
            id="one-name-only",
        ),
        pytest.param(
            '{ name = { column = "A" }, order = "given family" }',
            "Ada Maria Öz,,",
            NewPatient("Öz", "Ada Maria", None),
            id="given-first",
        ),
        pytest.param(
            '{ name = { column = "A" }, order = "family given" }',
            "Öz Ada,,",
            NewPatient("Öz", "Ada", None),
            id="family-first",
        ),
        pytest.param(
            '{ name = { column = "A" }, order = "family, given" }',
            '"von der Öz, Ada Maria",,',
            NewPatient("von der Öz", "Ada Maria", None),
            id="comma",
        ),
        pytest.param(
            '{ name = { column = "A" }, order = "given family" }',
            "Suharto,,",
            NewPatient("Suharto", "", None),
            id="one-word",
        ),
    ],
)
def test_patients_come_by_number_or_by_name(patient: str, cells: str, expected: object) -> None:
    request = booking(VISIT + f"patient = {patient}", f"No,Start,A,B,C\n7,2026-11-23 09:00,{cells}\n")
    assert request.patient == expected


def test_a_table_of_patients() -> None:
    mapping = """
    [patient]
    number = { column = "Nr" }
    name = { column = "Name" }
    order = "given family"
    birth_date = { column = "Geb", format = "%d.%m.%Y" }
    sex = { column = "S", codes = { w = "female", m = "male" }, otherwise = "unknown" }
    phone = { column = "Tel" }
    note = { columns = ["N1", "N2"], join = "; " }
    """
    [row] = rows(mapping, 'Nr,Name,Geb,S,Tel,N1,N2\n7,Işıl Müller,29.02.1984,w,030 1,"a",b\n')
    assert row.patient == Patient("7", "Müller", "Işıl", date(1984, 2, 29), "female", "030 1", "", "a; b")
    assert row.request is None


def test_rows_that_are_not_meant_are_skipped() -> None:
    mapping = '[table]\nonly = [{ column = "S", is_not = ["x", ""] }]\n' + VISIT
    text = "No,Start,S\n1,nonsense,x\n2,nonsense,\n3,2026-11-23 09:00,y\n"
    assert [row.skipped for row in rows(mapping, text)] == [True, True, False]


def test_a_field_may_depend_on_another_column() -> None:
    mapping = VISIT + 'note = { column = "N", only_if = { column = "S", is = ["da"] } }'
    first, second = rows(mapping, "No,Start,N,S\n1,2026-11-23 09:00,x,da\n2,2026-11-23 09:00,x,weg\n")
    assert first.request is not None
    assert second.request is not None
    assert (first.request.note, second.request.note) == ("x", "")


@pytest.mark.parametrize(
    ("more", "cells", "field", "columns", "says"),
    [
        pytest.param("", ",2026-11-23 09:00,", "key", ("No",), "is empty", id="no-number"),
        pytest.param("", "7,,", "start", ("Start",), "is empty", id="no-start"),
        pytest.param(
            "", "7,23.11.2026 09:00,", "start", ("Start",), "no moment such as", id="another-format"
        ),
        pytest.param("", "7,2026-11-23 09:00:30,", "start", ("Start",), "choose round", id="seconds"),
        pytest.param(
            "", "7,2026-03-29 02:30,", "start", ("Start",), "does not exist in Europe/Berlin", id="gap"
        ),
        pytest.param(
            "", "7,2027-02-29 02:30,", "start", ("Start",), "no day of the calendar", id="29-february"
        ),
        pytest.param("", "7,0201-02-28 02:30,", "start", ("Start",), "years 1900 to 2999", id="year-201"),
        pytest.param(
            'minutes = { column = "X" }', "7,2026-11-23 09:00,", "minutes", ("X",), "is empty", id="no-length"
        ),
        pytest.param(
            'minutes = { column = "X" }',
            "7,2026-11-23 09:00,1h",
            "minutes",
            ("X",),
            '"1h" is no number of minutes',
            id="1h",
        ),
        pytest.param(
            'minutes = { column = "X" }',
            '7,2026-11-23 09:00,"7,5"',
            "minutes",
            ("X",),
            '"7,5" is no number',
            id="comma",
        ),
        pytest.param(
            'minutes = { column = "X" }',
            "7,2026-11-23 09:00,7.5",
            "minutes",
            ("X",),
            "choose round",
            id="fraction",
        ),
        pytest.param(
            'minutes = { column = "X" }',
            "7,2026-11-23 09:00,0",
            "minutes",
            ("X",),
            "0 is not from 1",
            id="zero",
        ),
        pytest.param(
            'minutes = { column = "X" }',
            "7,2026-11-23 09:00,-5",
            "minutes",
            ("X",),
            "-5 is not from 1",
            id="negative",
        ),
        pytest.param(
            'minutes = { column = "X" }',
            "7,2026-11-23 09:00,٣",
            "minutes",
            ("X",),
            "is no number",
            id="arabic-digit",
        ),
        pytest.param(
            'end = { column = "X" }',
            "7,2026-11-23 09:00,2026-11-23 08:00",
            "minutes",
            ("X",),
            "-60 is not from 1",
            id="ends-before-it-begins",
        ),
        pytest.param(
            'end = { column = "X" }',
            "7,2026-03-29 01:30,2026-03-29 02:30",
            "minutes",
            ("X",),
            "does not exist",
            id="ends-in-a-gap",
        ),
        pytest.param(
            'status = { column = "X", codes = { a = "booked" } }',
            "7,2026-11-23 09:00,b",
            "status",
            ("X",),
            '"b" is not among the codes',
            id="unknown-code",
        ),
        pytest.param(
            'status = { column = "X" }',
            "7,2026-11-23 09:00,done",
            "status",
            ("X",),
            '"done" is none of',
            id="no-status",
        ),
        pytest.param(
            'note = { column = "X" }', "7,2026-11-23 09:00,a\0b", "note", ("X",), "NUL character", id="nul"
        ),
        pytest.param(
            'note = { column = "X" }',
            "7,2026-11-23 09:00,M\udcfcller",
            "note",
            ("X",),
            "bytes",
            id="wrong-encoding",
        ),
        pytest.param(
            'patient = { family = { column = "X" }, given = "A" }',
            "7,2026-11-23 09:00,a\x1bb",
            "patient.family",
            ("X",),
            "control character U+001B",
            id="escape-in-a-name",
        ),
        pytest.param(
            'procedure = { column = "X" }',
            "7,2026-11-23 09:00,KNIE",
            "procedure",
            ("X",),
            "beside type",
            id="both",
        ),
    ],
)
def test_a_row_that_is_no_request_is_named_by_column(
    more: str, cells: str, field: str, columns: tuple[str, ...], says: str
) -> None:
    [row] = rows(VISIT + more, f"No,Start,X\n{cells}\n")
    assert row.request is None
    [fault] = row.faults
    assert (fault.field, fault.columns) == (field, columns)
    assert says in fault.message


def test_unknown_codes_of_the_practice_are_named_by_column() -> None:
    mapping = VISIT.replace('actor = "WEB"', 'actor = { column = "D" }').replace(
        '"KONTR"', '{ column = "T" }'
    )
    [row] = rows(mapping, "No,Start,D,T\n7,2026-11-23 09:00,Nobody,Nothing\n")
    assert [(fault.field, fault.columns) for fault in row.faults] == [
        ("type", ("T",)),
        ("participants[0].actor", ("D",)),
    ]
    assert row.key == "v-7"


def test_a_ragged_row_is_named_by_its_line() -> None:
    [row] = rows(VISIT, "No,Start\n\n7\n")
    assert (row.line, row.faults[0].message) == (3, "has 1 cells where the header has 2")


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=30), min_size=3, max_size=3), st.booleans())
def test_any_cells_are_a_request_or_named(cells: Sequence[str], starts_well: bool) -> None:
    mapping = VISIT + 'minutes = { column = "M", round = "up" }\nnote = { column = "N" }\n'
    number, start, note = cells
    text = io.StringIO()
    csv.writer(text).writerows(
        [["No", "Start", "M", "N"], [number, "2026-11-23 09:00" if starts_well else start, "5", note]]
    )
    for row in rows(mapping, text.getvalue()):
        assert (row.request is None) == bool(row.faults)


def test_a_part_of_a_cell_may_count() -> None:
    mapping = VISIT.replace(
        '{ column = "Start" }',
        """{ column = "Start", match = '[0-9].*', format = "%d.%m.%Y %H:%M" }""",
    )
    mapping += """minutes = { column = "Min", match = '([0-9]+) *min' }"""
    fits, does_not = rows(mapping, "No,Start,Min\n1,Mo 23.11.2026 9:00,45 min\n2,Mo 23.11.2026 9:00,?\n")
    assert fits.request is not None
    assert (local(fits.request), fits.request.minutes) == (datetime(2026, 11, 23, 9), 45)
    assert [fault.message for fault in does_not.faults] == ['"?" does not match ([0-9]+) *min']


def test_the_appointment_type_is_a_constant_or_a_translation() -> None:
    assert booking(VISIT, "No,Start\n7,2026-11-23 09:00\n").type == KONTR
