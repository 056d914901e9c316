"""Series and combinations, asked only through the command."""

from typing import Any

import pytest

from tests.contract.conftest import Desk, Json
from tests.contract.requests import on

MONDAY = "11-23"


def weekly(**more: Any) -> Json:
    return {"every": "week", "count": 3} | more


def dates(answer: Json) -> list[tuple[str, str]]:
    return [(each["date"][5:], each["outcome"]) for each in answer["dates"]]


def standing(desk: Desk, *more: str) -> list[str]:
    return [
        f"{each['start'][5:16].replace('T', ' ')} {each['status']}"
        for each in desk.agenda("2026-11-23", "2027-03-31", *more)
    ]


def test_dates_are_listed_before_saving_and_then_skipped_or_moved(desk: Desk) -> None:
    desk.book(on("11-30", "09:15", "FREI", "KOC"))
    wish = on(MONDAY, "09:00", "FREI", "KOC", patient="P-1")
    [told] = desk.ask("check", wish | {"series": weekly()})
    assert told["outcome"] == "refused"
    assert dates(told) == [("11-23", "free"), ("11-30", "refused"), ("12-07", "free")]
    [conflict] = told["conflicts"]
    assert (conflict["kind"], conflict["date"], conflict["entry"]) == ("practitioner_busy", "2026-11-30", 1)
    [refused] = desk.book(wish | {"series": weekly()})
    assert refused["outcome"] == "refused"
    offer = told["dates"][1]["alternatives"][0]["start"]
    [booked] = desk.book(wish | {"series": weekly(skip=["2026-12-07"], moved={"2026-11-30": offer})})
    assert booked["outcome"] == "booked"
    assert dates(booked) == [("11-23", "booked"), ("11-30", "booked"), ("12-07", "skipped")]
    assert len(standing(desk)) == 3


def test_clashing_dates_are_left_out_on_request(desk: Desk) -> None:
    desk.book(on("11-30", "09:15", "FREI", "KOC"))
    [answer] = desk.book(on(MONDAY, "09:00", "FREI", "KOC", series=weekly(on_clash="skip")))
    assert answer["outcome"] == "booked"
    assert dates(answer) == [("11-23", "booked"), ("11-30", "refused"), ("12-07", "booked")]


def test_somebody_new_is_named_by_the_number_that_a_series_or_combination_gave_them(desk: Desk) -> None:
    new = {"family": "Neumann", "given": "Ada"}
    [booked] = desk.book(on(MONDAY, "09:00", "FREI", "KOC", patient=new, series=weekly()))
    [together] = desk.book({"start": "2026-11-24T09:00", "patient": new | {"given": "Eva"}, "parts": PARTS})
    [known] = desk.book(on("12-28", "09:00", "FREI", "KOC", patient=booked["patient"], series=weekly()))
    assert (booked["outcome"], together["outcome"], known["outcome"]) == ("booked",) * 3
    assert booked["patient"] != together["patient"]
    assert "patient" not in known


def test_months_without_the_date_are_said(desk: Desk) -> None:
    rule = {"every": "month", "count": 3}
    [answer] = desk.ask("check", on("2026-12-31", "09:00", "FREI", "KOC", series=rule))
    assert [each["date"] for each in answer["dates"]] == ["2026-12-31", "2027-01-31", "2027-03-31"]
    assert [(each["month"], each["reason"]) for each in answer["missing"]] == [("2027-02", "no_such_day")]


def test_the_wall_time_stays(desk: Desk) -> None:
    rule = {"every": "week", "count": 2}
    [answer] = desk.ask("check", on("2027-03-24", "14:00", "FREI", "KOC", series=rule))
    assert [each["start"] for each in answer["dates"]] == [
        "2027-03-24T14:00:00+01:00",
        "2027-03-31T14:00:00+02:00",
    ]


def test_this_one_those_after_it_or_all(desk: Desk) -> None:
    [series] = desk.book(on(MONDAY, "09:00", "FREI", "KOC", series=weekly(count=4)))
    first, second, third, _ = (each["id"] for each in series["dates"])
    [alone] = desk.ask("move", {"id": second, "version": 1, "start": "2026-11-30T15:00"})
    assert alone["outcome"] == "moved"
    [moved] = desk.ask("move", {"id": first, "version": 1, "start": "2026-11-23T10:00", "scope": "all"})
    assert dates(moved) == [
        ("11-23", "moved"),
        ("11-30", "exception"),
        ("12-07", "moved"),
        ("12-14", "moved"),
    ]
    [gone] = desk.ask("cancel", {"id": third, "version": 2, "scope": "following", "reason": "Umzug"})
    assert dates(gone) == [("12-07", "cancelled"), ("12-14", "cancelled")]
    assert standing(desk) == [
        "11-23 10:00 booked",
        "11-30 15:00 booked",
        "12-07 10:00 cancelled",
        "12-14 10:00 cancelled",
    ]


def test_the_past_is_never_touched(desk: Desk) -> None:
    [series] = desk.book(on(MONDAY, "09:00", "FREI", "KOC", series=weekly()))
    ask = {"id": series["dates"][1]["id"], "version": 1, "scope": "all"}
    [gone] = desk.ask("cancel", ask, now="2026-11-30T08:59")
    assert dates(gone) == [("11-23", "past"), ("11-30", "cancelled"), ("12-07", "cancelled")]


def test_the_agenda_names_the_series(desk: Desk) -> None:
    [series] = desk.book(on(MONDAY, "09:00", "FREI", "KOC", series=weekly()))
    line = desk.agenda("2026-11-30", "2026-11-30")[0]
    assert (line["series"], line["series_day"], line["exception"]) == (series["series"], "2026-11-30", False)


PARTS: list[Json] = [
    {"type": "KONTR", "fill": True},
    {"type": "FREI", "participants": [{"actor": "R2", "role": "room"}], "gap": [10, 60]},
]


def test_a_combination_is_booked_all_or_none(desk: Desk) -> None:
    wish = {"start": "2026-11-23T09:00", "patient": "P-1", "parts": PARTS, "key": "k"}
    [answer, again, other] = desk.book(
        wish, wish, wish | {"key": "l", "patient": "P-2", "parts": PARTS[::-1]}
    )
    assert answer["outcome"] == "booked"
    assert [each["start"][11:16] for each in answer["parts"]] == ["09:00", "09:20"]
    assert again["replayed"]
    assert [each["id"] for each in again["parts"]] == [each["id"] for each in answer["parts"]]
    assert other["outcome"] == "invalid"  # the first part follows none
    [refused] = desk.book(
        {"start": "2026-11-23T09:30", "patient": "P-2", "parts": [PARTS[0], PARTS[1] | {"gap": [0, 0]}]}
    )
    assert refused["outcome"] == "refused"
    assert {each["part"] for each in refused["conflicts"]} == {1}
    assert len(standing(desk)) == 2


def test_offers_for_a_combination_are_booked_as_they_are(desk: Desk) -> None:
    ask = {
        "parts": [{"type": "KONTR"}, {"type": "KONTR", "gap": [5, 30]}],
        "from": "2026-11-23",
        "to": "2026-11-24",
        "patient": "P-1",
        "limit": 4,
    }
    [found] = desk.ask("slots", ask)
    assert len(found["slots"]) == 4
    for slot in found["slots"]:
        [checked] = desk.ask("check", slot | {"patient": "P-1"})
        assert checked["outcome"] == "free", checked
    [booked] = desk.book(found["slots"][0] | {"patient": "P-1"})
    assert booked["outcome"] == "booked"
    [later] = desk.ask("slots", ask)
    assert later["slots"][0] != found["slots"][0]


@pytest.mark.parametrize("word", ["proposed", "pending", "waitlist"])
def test_an_entry_may_begin_as_tentative(desk: Desk, word: str) -> None:
    [answer, beside] = desk.book(
        on(MONDAY, "09:00", "FREI", "KOC", status=word), on(MONDAY, "09:00", "FREI", "KOC", status=word)
    )
    assert (answer["outcome"], beside["outcome"]) == ("booked", "booked")
    assert [each["kind"] for each in beside["warnings"]] == ["tentative"]
    assert standing(desk) == [f"11-23 09:00 {word}"] * 2
