"""A practice file is read whole, or refused with every key and value that is wrong."""

import json
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praxidesk.engine.availability import Absence, DayException, WeeklyWindow
from praxidesk.engine.offerings import PhaseMinutes
from praxidesk.engine.practice import Branch
from praxidesk.engine.vocabulary import ActorKind, Colour, ConflictKind, Phase, Role, Severity
from praxidesk.exchange.practice_file import PracticeFile, PracticeFileError, read
from tests.exchange.practices import practice_of

SITE = '[site]\ncode = "M"\nname = "Mitte"\ntimezone = "Europe/Berlin"\n'
WEBER = '[[practitioner]]\ncode = "WEB"\nname = "Lena Weber"\n'


def refused(text: str) -> dict[str, str]:
    with pytest.raises(PracticeFileError) as refusal:
        read(text)
    return {error.field: error.message for error in refusal.value.errors}


def test_sites_are_named_by_those_who_are_there() -> None:
    branch = '[[branch]]\ncode = "OST"\nname = "Praxis Ost"\n'
    practice = read(f'{SITE}{branch}{WEBER}sites = ["OST", "M"]\n[[room]]\ncode = "R"\nname = "R"\n')
    assert practice.branches == (Branch("OST", "Praxis Ost"),)
    assert [each.sites for each in practice.actors] == [("M", "OST"), ()]
    assert read(f'{WEBER}sites = ["M"]\n', stored=practice_of(SITE + branch)).actors[0].sites == ("M",)
    assert refused(f'{SITE}{WEBER}sites = ["OST", "M", "M"]\n') == {
        "practitioner[0].sites[0]": 'WEB: "OST" is no code of the site or a branch',
        "practitioner[0].sites[2]": 'WEB: "M" stands twice',
    }
    assert "branch[0].code" in refused(SITE + branch.replace("OST", "M"))
    assert "branch[0].hours" in refused(f"{SITE}{branch}hours = []\n")


def test_a_whole_practice_is_read() -> None:
    practice = read(
        SITE
        + """
        holidays = "DE-BE"
        hours = [{ days = ["tue", "mon"], from = "07:00", to = "24:00" }]
        closures = [{ from = "2026-12-24", to = "2026-12-26", reason = "Betriebsferien" }]
        exceptions = [{ date = "2026-10-31", from = "08:00", to = "10:00" },
                       { date = "2026-05-02", closed = true }]
        [policy]
        absent = "warning"
        [[practitioner]]
        code = "WEB"
        name = "Dr. med. Lena Weber"
        specialty = "orthopaedics"
        roles = ["surgeon", "practitioner"]
        colour = "plum"
        breaks = [{ days = ["wed"], from = "11:30", to = "12:00" }]
        absences = [{ from = "2026-12-21T12:00", to = "2026-12-21T15:30", reason = "Kongress" }]
        [[practitioner]]
        code = "KOC"
        name = "Koch"
        active = false
        [[room]]
        code = "R1"
        name = "Sprechzimmer 1"
        kind = "consulting"
        [[device]]
        code = "US1"
        name = "Ultraschall"
        [[appointment_type]]
        code = "KONTR"
        name = "Kontrolle"
        minutes = 10
        colour = "teal"
        buffer_after = 5
        need = [{ role = "practitioner", any = ["WEB", "KOC"] }, { role = "room", kind = "consulting" }]
        [[procedure]]
        code = "ASK"
        name = "Arthroskopie"
        phases = { setup = 20, surgery = 45 }
        need = [{ role = "surgeon", specialty = "orthopaedics", phases = ["surgery"] }]
        [[patient]]
        number = "P-1"
        family = "Müller-Öztürk"
        given = "Işıl"
        birth_date = "1884-02-29"
        sex = "female"
        note = "Zeile 1\\nZeile 2"
        """
    )
    site = practice.site
    assert site is not None
    assert (site.code, site.name, site.timezone, site.holidays) == ("M", "Mitte", "Europe/Berlin", "DE-BE")
    assert site.availability.hours == (WeeklyWindow(0, 420, 1440), WeeklyWindow(1, 420, 1440))
    assert site.availability.absences == (
        Absence(datetime(2026, 12, 24), datetime(2026, 12, 27), "Betriebsferien"),
    )
    assert site.availability.exceptions == (
        DayException(date(2026, 5, 2)),
        DayException(date(2026, 10, 31), 480, 600),
    )
    assert practice.policy == {ConflictKind.ABSENT: Severity.WARNING}
    weber, koch, room, device = practice.actors
    assert weber.roles == (Role.SURGEON, Role.PRACTITIONER)
    assert weber.colour is Colour.PLUM
    assert weber.availability.breaks == (WeeklyWindow(2, 690, 720),)
    assert weber.availability.absences == (
        Absence(datetime(2026, 12, 21, 12), datetime(2026, 12, 21, 15, 30), "Kongress"),
    )
    assert koch.roles == (Role.PRACTITIONER,)
    assert not koch.active
    assert (room.kind, room.category, room.roles) == (ActorKind.ROOM, "consulting", ())
    assert (device.kind, device.colour) == (ActorKind.DEVICE, None)
    (kontrolle,) = practice.types
    assert (kontrolle.minutes, kontrolle.colour, kontrolle.buffer_before) == (10, Colour.TEAL, 0)
    assert kontrolle.need[0].any_of == ("WEB", "KOC")
    assert kontrolle.need[1].category == "consulting"
    (procedure,) = practice.procedures
    assert procedure.phases == PhaseMinutes(setup=20, surgery=45)
    assert procedure.need[0].phases == (Phase.SURGERY,)
    (patient,) = practice.patients
    assert patient.birth_date == date(1884, 2, 29)
    assert patient.note == "Zeile 1\nZeile 2"


def test_needs_may_name_codes_that_are_stored_already() -> None:
    stored = practice_of(SITE + '[[room]]\ncode = "R9"\nname = "Neun"')
    text = (
        '[[appointment_type]]\ncode = "K"\nname = "K"\nminutes = 5\nneed = [{ role = "room", any = ["R9"] }]'
    )
    assert read(text, stored=stored).types[0].need[0].any_of == ("R9",)
    assert refused(text) == {
        "appointment_type[0].need[0].any[0]": 'K: "R9" is no code of a practitioner, room, device or group'
    }


def test_what_a_file_leaves_out_stays_out() -> None:
    assert read("") == PracticeFile(site=None)


@pytest.mark.parametrize(
    ("rows", "field", "says"),
    [
        pytest.param('[site]\ncode = "M"', "site.timezone", "is missing", id="no-zone"),
        pytest.param(
            '[site]\ncode = "M"\nname = "M"\ntimezone = "Europe/Atlantis"',
            "site.timezone",
            "Atlantis",
            id="zone",
        ),
        pytest.param("site = 3", "site", "3 is not made of keys", id="site-no-table"),
        pytest.param("[practitioner]\ncode = 1", "practitioner", "is no list", id="one-bracket"),
        pytest.param('[[practitioner]]\nname = "X"', "practitioner[0].code", "is missing", id="no-code"),
        pytest.param(
            '[[practitioner]]\ncode = "  "\nname = "X"', "practitioner[0].code", "is empty", id="blank-code"
        ),
        pytest.param(
            '[[practitioner]]\ncode = " W"\nname = "X"',
            "practitioner[0].code",
            "with a space",
            id="padded-code",
        ),
        pytest.param(
            '[[practitioner]]\ncode = "W"\nname = "a\\u0000b"',
            "practitioner[0].name",
            "W: ",
            id="nul-names-the-code",
        ),
        pytest.param(
            '[[practitioner]]\ncode = "W"\nname = "a\\u001bb"', "practitioner[0].name", "U+001B", id="escape"
        ),
        pytest.param(
            f'[[practitioner]]\ncode = "W"\nname = "{"x" * 201}"',
            "practitioner[0].name",
            "at most 200",
            id="long",
        ),
        pytest.param(
            WEBER + 'roles = ["room"]', "practitioner[0].roles[0]", '"room" is none of', id="role-of-a-room"
        ),
        pytest.param(WEBER + "roles = []", "practitioner[0].roles", "empty", id="no-role"),
        pytest.param(
            WEBER + 'colour = "red"', "practitioner[0].colour", '"red" is none of slate', id="colour"
        ),
        pytest.param(WEBER + 'active = "yes"', "practitioner[0].active", "neither", id="active-is-text"),
        pytest.param(WEBER + 'kind = "x"', "practitioner[0].kind", "unknown", id="kind-of-a-person"),
        pytest.param(
            '[[room]]\ncode = "R"\nname = "R"\nroles = ["room"]', "room[0].roles", "unknown", id="room-roles"
        ),
        pytest.param(
            WEBER + '[[room]]\ncode = "WEB"\nname = "R"', "room[0].code", "practitioner[0]", id="code-twice"
        ),
        pytest.param(
            '[[patient]]\nnumber = "1"\nfamily = "A"\ngiven = "B"\n' * 2,
            "patient[1].number",
            "patient[0]",
            id="number-twice",
        ),
        pytest.param('[[patient]]\nnumber = "1"\nfamily = "A"', "patient[0].given", "missing", id="no-given"),
        pytest.param(
            '[[patient]]\nnumber = "1"\nfamily = "A"\ngiven = "B"\nbirth_date = "1985-02-29"',
            "patient[0].birth_date",
            '"1985-02-29" is no day of the calendar',
            id="born-on-no-day",
        ),
        pytest.param(
            '[[patient]]\nnumber = "1"\nfamily = "A"\ngiven = "B"\nsex = "w"',
            "patient[0].sex",
            "none of male",
            id="sex",
        ),
        pytest.param(
            '[policy]\nroom_busy = "warning"', "policy.room_busy", "always blocking", id="soft-room"
        ),
        pytest.param(
            '[policy]\nstale_version = "off"', "policy.stale_version", "always blocking", id="soft-stale"
        ),
        pytest.param(
            '[policy]\ncapacity_full = "warning"',
            "policy.capacity_full",
            "always blocking",
            id="soft-capacity",
        ),
        pytest.param(
            '[policy]\nstatus_not_allowed = "off"',
            "policy.status_not_allowed",
            "always blocking",
            id="soft-status",
        ),
        pytest.param('[policy]\nabsent = "maybe"', "policy.absent", "none of blocking", id="severity"),
        pytest.param('[policy]\ntoo_tired = "off"', "policy.too_tired", "unknown", id="unknown-kind"),
    ],
)
def test_wrong_rows_are_refused_with_key_and_value(rows: str, field: str, says: str) -> None:
    assert says in refused(rows)[field]


@pytest.mark.parametrize(
    ("line", "field", "says"),
    [
        pytest.param("minutes = 0", "minutes", "0 is not from 1 to 1,500", id="zero"),
        pytest.param("minutes = 1501", "minutes", "1501", id="too-long"),
        pytest.param("minutes = 10.0", "minutes", "10.0 is no whole number", id="float"),
        pytest.param("minutes = true", "minutes", "true is no whole number", id="true"),
        pytest.param('minutes = "10"', "minutes", '"10" is no whole number', id="text"),
        pytest.param("minutes = 5\nbuffer_after = -1", "buffer_after", "-1", id="negative-buffer"),
        pytest.param(
            'minutes = 5\nneed = [{ role = "nurse" }]', "need[0].role", '"nurse" is none of', id="role"
        ),
        pytest.param('minutes = 5\nneed = [{ role = "patient" }]', "need[0].role", "none of", id="patient"),
        pytest.param("minutes = 5\nneed = [{ }]", "need[0].role", "is missing", id="no-role"),
        pytest.param(
            'minutes = 5\nneed = [{ role = "room", any = ["R1"], kind = "x" }]',
            "need[0].any",
            "beside kind",
            id="two",
        ),
        pytest.param(
            'minutes = 5\nneed = [{ role = "room", specialty = "x" }]',
            "need[0].specialty",
            "by kind",
            id="specialty",
        ),
        pytest.param(
            'minutes = 5\nneed = [{ role = "surgeon", kind = "x" }]',
            "need[0].kind",
            "by specialty",
            id="kind",
        ),
        pytest.param(
            'minutes = 5\nneed = [{ role = "room", any = [] }]', "need[0].any", "empty", id="any-nobody"
        ),
        pytest.param(
            'minutes = 5\nneed = [{ role = "surgeon", any = ["R1"] }]',
            "need[0].any[0]",
            '"R1" is a room and cannot be surgeon',
            id="room-as-surgeon",
        ),
        pytest.param(
            'minutes = 5\nneed = [{ role = "room", any = ["R1", "R1"] }]',
            "need[0].any[1]",
            "twice",
            id="any-twice",
        ),
        pytest.param(
            'minutes = 5\nneed = [{ role = "room", phases = ["setup"] }]',
            "need[0].phases",
            "only a procedure",
            id="phases",
        ),
        pytest.param(
            'minutes = 5\nneed = [{ role = "room", all = ["R1"] }]',
            "need[0].all",
            "unknown",
            id="all-is-for-searches",
        ),
    ],
)
def test_wrong_types_are_refused(line: str, field: str, says: str) -> None:
    text = f'[[room]]\ncode = "R1"\nname = "R"\n[[appointment_type]]\ncode = "K"\nname = "K"\n{line}'
    assert says in refused(text)[f"appointment_type[0].{field}"]


@pytest.mark.parametrize(
    ("line", "field", "says"),
    [
        pytest.param("", "phases", "is missing", id="no-phases"),
        pytest.param("phases = { setup = 0 }", "phases", "0 minutes in all", id="nothing-in-all"),
        pytest.param(
            "phases = { setup = 1000, surgery = 501 }", "phases", "1,501 minutes in all", id="too-long-in-all"
        ),
        pytest.param("phases = { setup = -1, surgery = 5 }", "phases.setup", "-1", id="negative"),
        pytest.param(
            "phases = { recovery = 5, surgery = 5 }", "phases.recovery", "unknown", id="unknown-phase"
        ),
        pytest.param("phases = 60", "phases", "60 is not made of keys", id="number"),
        pytest.param("minutes = 60\nphases = { surgery = 5 }", "minutes", "unknown", id="minutes"),
        pytest.param(
            'phases = { surgery = 5 }\nneed = [{ role = "room", phases = ["recovery"] }]',
            "need[0].phases[0]",
            "none of setup",
            id="need-in-unknown-phase",
        ),
    ],
)
def test_wrong_procedures_are_refused(line: str, field: str, says: str) -> None:
    assert says in refused(f'[[procedure]]\ncode = "P"\nname = "P"\n{line}')[f"procedure[0].{field}"]


def test_all_faults_are_named_at_once_and_a_flood_is_counted() -> None:
    assert len(refused(SITE + "a = 1\nb = 2\nholidays = 3")) == 3
    with pytest.raises(PracticeFileError) as refusal:
        read("\n".join(f"k{number} = 1" for number in range(150)))
    assert len(refusal.value.errors) == 101
    assert refusal.value.errors[-1].message == "and 50 more faults"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(b"[site]\ncode = \n", "line 2", id="syntax"),
        pytest.param(b"a = 1\na = 2\n", "line 2", id="key-twice"),
        pytest.param(b'[site]\nname = "M\xfcnchen"\n', "line 2: the byte 0xFC is no UTF-8", id="latin-1"),
        pytest.param("a = 1".encode("utf-16"), "is UTF-16", id="utf-16"),
        pytest.param(b"a = 2026-02-29", "line 1", id="literal-29-february"),
        pytest.param(b"a = " + b"[" * 100_000, "too deeply", id="deep"),
        pytest.param(b"a = " + b"9" * 10_000, "thousands of digits", id="long-number"),
        pytest.param(b"\x00", "is no TOML", id="nul"),
    ],
)
def test_a_file_that_is_no_toml_is_refused_with_its_name(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "practice.toml"
    path.write_bytes(content)
    with pytest.raises(PracticeFileError) as refusal:
        read(path)
    assert says in str(refusal.value)
    assert str(path) in str(refusal.value)


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "practice.toml"
    path.write_bytes(b"\xef\xbb\xbf" + SITE.encode())
    assert read(path) == read(SITE)


def test_no_file_and_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PracticeFileError, match="no such file"):
        read(tmp_path / "none.toml")
    with pytest.raises(PracticeFileError, match="is a folder"):
        read(tmp_path)
    with pytest.raises(PracticeFileError, match="no name of a file"):
        read(Path("a\0b"))


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "practice.toml"
    with path.open("wb") as file:
        file.truncate(33 * 1024 * 1024)
    with pytest.raises(PracticeFileError, match="larger than 32 MB"):
        read(path)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(PracticeFileError):
        read(text)


@given(st.text())
def test_any_name_comes_back_unchanged_or_is_refused(name: str) -> None:
    try:
        literal = json.dumps(name, ensure_ascii=False).replace("\x7f", "\\u007f")
        practice = read(f'[[room]]\ncode = "R"\nname = {literal}')
    except PracticeFileError as refusal:
        str(refusal).encode()
    else:
        assert practice.actors[0].name == name
