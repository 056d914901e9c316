"""A mapping file says what each column means, or is refused with every key and value that is wrong."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praxidesk.exchange.csv_mapping import MappingFileError, read_mapping

REQUEST = '[request]\nkey = { column = "No" }\nstart = { column = "Start" }\ntype = "KONTR"\n'
PATIENT = '[patient]\nnumber = { column = "No" }\nfamily = { column = "F" }\ngiven = { column = "G" }\n'


def refused(text: str) -> dict[str, str]:
    with pytest.raises(MappingFileError) as refusal:
        read_mapping(text)
    return {error.field: error.message for error in refusal.value.errors}


def test_the_least_that_a_mapping_says() -> None:
    mapping = read_mapping(REQUEST)
    assert set(mapping.used_columns()) == {"No", "Start"}
    assert (mapping.layout.delimiter, mapping.layout.encoding, mapping.layout.header) == (",", "utf-8", True)


def test_every_column_that_is_looked_at_is_known() -> None:
    mapping = read_mapping(
        """
        [table]
        only = [{ column = "C1", is = ["x"] }]
        [request]
        key = { columns = ["C2", "C3"] }
        kind = { column = "C4", codes = { op = "operation" }, otherwise = "appointment" }
        procedure = { column = "C5", only_if = { column = "C6", is_not = ["y"] } }
        start = { date = { column = "C7" }, time = { column = "C8" } }
        end = { column = "C9" }
        phases = { setup = { column = "C10" } }
        patient = { name = { column = "C14" }, order = "family, given", birth_date = { column = "C15" } }
        note = { column = "C16" }
        status = { column = "C17", codes = { da = "arrived" } }
        [[request.participants]]
        role = "room"
        actor = { column = "C11" }
        from = { column = "C12" }
        minutes = { column = "C13" }
        [request.override]
        reason = { column = "C18" }
        """
    )
    assert set(mapping.used_columns()) == {f"C{number}" for number in range(1, 19)}


@pytest.mark.parametrize(
    ("text", "field", "says"),
    [
        pytest.param("", "request", "nothing would be imported", id="empty"),
        pytest.param(REQUEST + "[rows]", "rows", "unknown", id="unknown-table"),
        pytest.param("request = 3", "request", "not made of keys", id="request-number"),
        pytest.param('[request]\nstart = { column = "S" }', "request.key", "missing", id="no-key"),
        pytest.param('[request]\nkey = { column = "S" }', "request.start", "missing", id="no-start"),
        pytest.param(REQUEST + "colour = 3", "request.colour", "unknown", id="unknown-field"),
        pytest.param(REQUEST + 'note = { colum = "S" }', "request.note", "names no column", id="typo"),
        pytest.param(
            REQUEST + 'note = { column = "S", value = "x" }',
            "request.note",
            "column and value",
            id="two-sources",
        ),
        pytest.param(REQUEST + "note = { column = 0 }", "request.note.column", "no position", id="column-0"),
        pytest.param(
            REQUEST + 'note = { column = " " }', "request.note.column", "no name", id="blank-column"
        ),
        pytest.param(REQUEST + "note = { columns = [] }", "request.note.columns", "empty", id="no-columns"),
        pytest.param(
            REQUEST + 'note = { column = "S", match = "(" }',
            "request.note.match",
            "no regular",
            id="open-group",
        ),
        pytest.param(
            REQUEST + 'note = { column = "S", match = "(a)(b)" }',
            "request.note.match",
            "2 groups",
            id="two-groups",
        ),
        pytest.param(REQUEST + "note = 1.5", "request.note", "1.5 is no text", id="note-float"),
        pytest.param(REQUEST + 'status = "done"', "request.status", '"done" is none of', id="status"),
        pytest.param(
            REQUEST + 'status = { column = "S", codes = { a = "fulfiled" } }',
            "request.status",
            '"fulfiled" is none of',
            id="status-code",
        ),
        pytest.param(REQUEST + 'kind = "party"', "request.kind", "none of appointment", id="kind"),
        pytest.param(
            REQUEST + 'participants = [{ role = "king", actor = "A" }]',
            "request.participants[0].role",
            "none of practitioner",
            id="role",
        ),
        pytest.param(
            REQUEST + 'participants = [{ role = "room" }]',
            "request.participants[0].actor",
            "missing",
            id="no-actor",
        ),
        pytest.param(
            REQUEST + 'minutes = 15\nend = { column = "E" }',
            "request.end",
            "beside minutes",
            id="end-and-minutes",
        ),
        pytest.param(
            REQUEST + "minutes = 15\nphases = { surgery = 5 }",
            "request.phases.surgery",
            "the rest",
            id="rest-given",
        ),
        pytest.param(REQUEST + 'rest = "pause"', "request.rest", "none of setup", id="rest"),
        pytest.param(
            REQUEST + 'minutes = { column = "M", unit = "days" }',
            "request.minutes.unit",
            "none of",
            id="unit",
        ),
        pytest.param(
            REQUEST + 'minutes = { column = "M", round = "off" }',
            "request.minutes.round",
            "none of up",
            id="round",
        ),
        pytest.param(
            REQUEST + "minutes = true", "request.minutes", "true is no whole number", id="minutes-true"
        ),
        pytest.param(
            REQUEST + 'end = { column = "E", format = "%d.%m.%Y" }',
            "request.end.format",
            "does not name a date and a time of day",
            id="format-without-time",
        ),
        pytest.param(
            REQUEST + 'end = { column = "E", format = "%d.%m.%Y %I:%M" }',
            "request.end.format",
            "does not name",
            id="twelve-hours-without-half",
        ),
        pytest.param(
            REQUEST + 'end = { column = "E", format = "DD.MM.YYYY HH:MM" }',
            "request.end.format",
            "does not name",
            id="format-of-another-world",
        ),
        pytest.param(
            REQUEST + 'end = { column = "E", format = "%-d.%m.%Y %H:%M" }',
            "request.end.format",
            "no pattern",
            id="dash",
        ),
        pytest.param(
            REQUEST + 'end = { column = "E", format = [] }', "request.end.format", "empty", id="no-format"
        ),
        pytest.param(
            REQUEST + 'end = { date = { column = "D" } }',
            "request.end.time",
            "missing",
            id="date-without-time",
        ),
        pytest.param(
            REQUEST + 'patient = { family = { column = "F" } }',
            "request.patient.given",
            "missing",
            id="no-given",
        ),
        pytest.param(
            REQUEST + 'patient = { name = { column = "N" } }',
            "request.patient.order",
            "missing",
            id="no-order",
        ),
        pytest.param(
            REQUEST + 'patient = { name = { column = "N" }, order = "as written" }',
            "request.patient.order",
            "none of given family",
            id="order",
        ),
        pytest.param(
            REQUEST + 'patient = { name = { column = "N" }, order = "given family", family = "x" }',
            "request.patient.family",
            "beside name",
            id="name-and-family",
        ),
        pytest.param(REQUEST + "override = { }", "request.override.reason", "missing", id="override"),
        pytest.param(REQUEST + "fill = 1", "request.fill", "neither", id="fill"),
        pytest.param(
            PATIENT + 'sex = { column = "S", codes = { w = "f" } }', "patient.sex", "none of", id="sex"
        ),
        pytest.param(
            '[table]\ndelimiter = ",,"\n' + REQUEST, "table.delimiter", "no delimiter", id="delimiter"
        ),
        pytest.param("[table]\nquote = \"''\"\n" + REQUEST, "table.quote", "at most 1", id="quote"),
        pytest.param(
            '[table]\nencoding = "utf-9"\n' + REQUEST, "table.encoding", '"utf-9" is no encoding', id="utf-9"
        ),
        pytest.param(
            '[table]\nencoding = "hex"\n' + REQUEST, "table.encoding", "no encoding", id="codec-of-bytes"
        ),
        pytest.param('[table]\ndecimal = ";"\n' + REQUEST, "table.decimal", "none of", id="decimal"),
        pytest.param(
            '[table]\nthousands = "."\n' + REQUEST, "table.thousands", "decimal mark", id="thousands"
        ),
        pytest.param("[table]\nskip_lines = -1\n" + REQUEST, "table.skip_lines", "-1", id="skip"),
        pytest.param(
            "[table]\nheader = false\n" + REQUEST, "table.header", "position", id="names-without-header"
        ),
        pytest.param(
            '[table]\nonly = [{ column = "A" }]\n' + REQUEST,
            "table.only[0].is",
            "missing",
            id="only-without-is",
        ),
        pytest.param(
            '[table]\nonly = [{ column = "A", is = ["x"], is_not = ["y"] }]\n' + REQUEST,
            "table.only[0].is_not",
            "beside is",
            id="is-and-is-not",
        ),
    ],
)
def test_what_is_no_mapping_is_named(text: str, field: str, says: str) -> None:
    assert says in refused(text)[field]


def test_a_mapping_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "map.toml"
    path.write_text("[request\n")
    with pytest.raises(MappingFileError, match="line 1") as refusal:
        read_mapping(path)
    assert str(path) in str(refusal.value)


@given(st.text(max_size=80))
def test_any_pattern_is_taken_or_refused(pattern: str) -> None:
    quoted = "".join(
        f"\\U{ord(character):08X}" for character in pattern if not 0xD800 <= ord(character) < 0xE000
    )
    try:
        read_mapping(REQUEST + f'end = {{ column = "E", format = "{quoted}" }}')
    except MappingFileError as refusal:
        str(refusal).encode()
