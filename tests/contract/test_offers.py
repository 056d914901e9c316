"""What is offered can be booked, of every type and under every rule; and what no longer fits is listed."""

from pathlib import Path

from tests.contract.conftest import RULES, Desk, Json
from tests.contract.requests import on

_DOCTORS = [{"role": "practitioner", "any": ["KOC", "WEB", "ODD"]}]
_SEARCHES: list[Json] = [
    {"type": "FREI", "need": [*_DOCTORS, {"role": "room", "any": ["OP1", "R3"]}]},
    {"type": "PUF", "need": _DOCTORS},
    {"type": "HAUS", "need": _DOCTORS},
    {"type": "QUO", "need": _DOCTORS},
    {"type": "ABST", "need": _DOCTORS},
    {"type": "ZWEI", "need": _DOCTORS},
    {"type": "FRIST", "need": _DOCTORS},
    {"type": "FREI", "need": [{"role": "device", "any": ["US1"]}]},
    {"type": "EKG"},
    {"type": "INFUS"},
    {"procedure": "KNIE"},
]


def _busy(rules: Desk) -> None:
    """Something of everything in the way."""
    operation = {"procedure": "KNIE", "start": "2026-11-25T09:00"}
    team = [{"actor": "WEB", "role": "surgeon"}, {"actor": "OP1", "role": "room"}]
    answers = rules.book(
        on("11-23", "09:00", "HAUS", "KOC"),
        on("11-23", "13:00", "PUF", "KOC"),
        on("11-23", "08:00", "QUO", "WEB"),
        on("11-23", "09:00", "QUO", "WEB"),
        on("11-24", "09:00", "ABST", "WEB"),
        on("11-24", "10:00", "ZWEI", "WEB"),
        on("11-24", "10:30", "ZWEI", "KOC"),
        on("11-24", "14:00", "FREI", "R3"),
        on("11-23", "10:00", "INFUS", "INF"),
        on("11-23", "10:30", "INFUS", "INF2"),
        on("11-23", "11:00", "INFUS", "INF"),
        operation | {"participants": team},
    )
    assert {answer["outcome"] for answer in answers} == {"booked"}


def test_every_offer_of_every_kind_is_free(rules: Desk) -> None:
    _busy(rules)
    days = {"from": "2026-11-23", "to": "2026-11-27", "limit": 0, "step": 20, "patient": "P-1"}
    found = rules.ask("slots", *(days | search for search in _SEARCHES), now="2026-11-23T08:10")
    offers = [
        {key: search[key] for key in ("type", "procedure") if key in search}
        | {"start": slot["start"], "participants": slot["participants"], "patient": "P-1"}
        for search, answer in zip(_SEARCHES, found, strict=True)
        for slot in answer["slots"]
    ]
    assert min(len(answer["slots"]) for answer in found) > 10
    checks = rules.ask("check", *offers, now="2026-11-23T08:10")
    spoilt = [
        (offer, each)
        for offer, each in zip(offers, checks, strict=True)
        if each["outcome"] != "free" or each["warnings"]
    ]
    assert spoilt == []


def test_what_no_longer_fits_is_listed(rules: Desk, tmp_path: Path) -> None:
    fine, ill, shut = rules.book(
        on("11-23", "09:00", "FREI", "KOC"),
        on("11-24", "09:00", "FREI", "KOC", "R1"),
        on("11-26", "09:00", "FREI", "WEB"),
    )
    text = RULES.read_text("utf-8").replace(
        'name = "Dr. Emre Koç"\n',
        'name = "Dr. Emre Koç"\nabsences = [{ from = 2026-11-24, to = 2026-11-25, reason = "krank" }]\n',
    )
    changed = tmp_path / "changed.toml"
    changed.write_text(
        text.replace("local_holidays = [", 'local_holidays = [{ date = 2026-11-26, name = "Umbau" }, '),
        "utf-8",
    )
    done = rules.run("setup", str(changed))
    assert done.returncode == 0, done.stderr
    assert "changed  site REGEL" in done.stdout
    listed = rules.lines("report", "conflicts")
    assert [(line["id"], [each["kind"] for each in line["conflicts"]]) for line in listed] == [
        (ill["id"], ["absent"]),
        (shut["id"], ["practice_closed"]),
    ]
    assert fine["id"] not in {line["id"] for line in listed}
    assert listed[0]["conflicts"][0]["actor"] == "KOC"
