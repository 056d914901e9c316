"""Naughty strings in every text field come back as they were, or are refused in printable words."""

import csv
import io
import json
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest

from praxidesk.engine.outcomes import Invalid
from praxidesk.engine.requests import BookRequest, NewPatient
from praxidesk.exchange.csv_mapping import read_mapping
from praxidesk.exchange.csv_rows import RowMapper
from praxidesk.exchange.csv_table import Table
from praxidesk.exchange.json_bookings import parse_booking
from praxidesk.exchange.json_requests import parse_cancel
from praxidesk.exchange.practice_file import PracticeFileError, read
from tests.exchange.practices import PRACTICE, ZONE

pytestmark = pytest.mark.shared_data

BLNS = Path(__file__).resolve().parents[3] / "shared" / "data" / "names" / "blns.json"


def naughty() -> Sequence[str]:
    strings: list[str] = json.loads(BLNS.read_text("utf-8"))
    return strings


def is_printable(text: str) -> bool:
    text.encode()
    return not any(unicodedata.category(character) in ("Cc", "Cs") for character in text)


def quoted(text: str) -> str:
    """A TOML string."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def test_practice_files() -> None:
    taken = 0
    for text in naughty():
        word = quoted(text)
        try:
            practice = read(
                f"""
                [site]
                code = "M"
                name = {word}
                timezone = "Europe/Berlin"
                closures = [{{ from = "2026-01-01", to = "2026-01-02", reason = {word} }}]
                [[practitioner]]
                code = {word}
                name = {word}
                specialty = {word}
                [[room]]
                code = "R"
                name = {word}
                kind = {word}
                [[patient]]
                number = {word}
                family = {word}
                given = {word}
                phone = {word}
                email = {word}
                note = {word}
                """
            )
        except PracticeFileError as refusal:
            for error in refusal.errors:
                assert is_printable(error.field + error.message)
            continue
        taken += 1
        [patient], [doctor, room] = practice.patients, practice.actors
        assert practice.site is not None
        assert {practice.site.name, practice.site.availability.absences[0].reason} == {text}
        assert {doctor.code, doctor.name, doctor.specialty, room.name, room.category} == {text}
        assert {patient.number, patient.family, patient.given, patient.phone, patient.email} == {text}
        assert patient.note == text
    assert taken > 400


def test_names_where_codes_and_choices_are_expected() -> None:
    for text in naughty():
        word = quoted(text)
        with pytest.raises(PracticeFileError) as refusal:
            read(
                f"""
                [site]
                code = "M"
                name = "M"
                timezone = {word}
                holidays = {word}
                hours = [{{ days = [{word}], from = {word}, to = {word} }}]
                [[appointment_type]]
                code = "K"
                name = "K"
                minutes = {word}
                colour = {word}
                need = [{{ role = {word}, any = [{word}] }}]
                """
            )
        for error in refusal.value.errors:
            assert is_printable(error.field + error.message)


def test_requests() -> None:
    taken = 0
    for text in naughty():
        outcome = parse_booking(
            json.dumps(
                {
                    "key": "k" + text[:150],
                    "kind": "blockout",
                    "reason": "r" + text,
                    "note": text,
                    "override": {"reason": "o" + text},
                    "minutes": 5,
                    "start": "2026-11-23T09:00",
                    "participants": [{"actor": "R1", "role": "room"}],
                }
            ),
            PRACTICE,
            ZONE,
        )
        assert isinstance(outcome, BookRequest), text
        assert outcome.key is not None
        assert (outcome.note, outcome.reason) == (text, "r" + text)
        assert (outcome.override_reason, outcome.key.key) == ("o" + text, "k" + text[:150])
        visit = {"type": "KONTR", "start": "2026-11-23T09:00", "participants": []}
        named = parse_booking(
            json.dumps(visit | {"patient": {"family": text, "given": text}}), PRACTICE, ZONE
        )
        if isinstance(named, Invalid):
            assert all(is_printable(error.message) for error in named.errors)
        else:
            taken += 1
            assert isinstance(named, BookRequest)
            assert named.patient == NewPatient(text, text, None)
        everywhere = dict.fromkeys(
            ("type", "start", "patient", "participants", "minutes", "fill", text), text
        )
        refused = parse_booking(json.dumps(everywhere), PRACTICE, ZONE)
        assert isinstance(refused, Invalid)
        assert all(is_printable(error.field + error.message) for error in refused.errors)
        assert isinstance(parse_booking(text, PRACTICE, ZONE), Invalid)
        assert isinstance(parse_cancel(json.dumps({"id": text, "version": text}), PRACTICE, ZONE), Invalid)
    assert taken > 400


def test_cells_of_tables() -> None:
    mapping = read_mapping(
        """
        [request]
        key = { line = true }
        type = "KONTR"
        start = { column = "Start" }
        note = { column = "Text" }
        patient = { family = "X", given = { column = "Text" } }
        """
    )
    file = io.StringIO()
    csv.writer(file).writerows([("Start", "Text"), *(("2026-11-23 09:00", text) for text in naughty())])
    table = Table("t.csv", io.StringIO(file.getvalue(), newline=""), mapping.layout)
    mapper = RowMapper(mapping, table)
    taken = 0
    for record, text in zip(table.records(), naughty(), strict=True):
        row = mapper.read(record, PRACTICE, ZONE)
        if row.request is None:
            assert all(is_printable(fault.message) for fault in row.faults)
            continue
        taken += 1
        assert row.request.note == text.strip()
    assert taken > 400
