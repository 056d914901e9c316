"""Which status may follow which, and what is only asked for."""

from tests.contract.conftest import Desk, Json
from tests.contract.requests import on, verdict, verdicts

_WAYS = {
    "booked": "arrived checked-in fulfilled noshow proposed entered-in-error booked",
    "proposed": "pending waitlist booked arrived checked-in entered-in-error",
    "arrived": "booked checked-in fulfilled noshow",
    "fulfilled": "booked arrived checked-in entered-in-error",
    "noshow": "booked arrived checked-in",
    "entered-in-error": "booked fulfilled noshow proposed",
}
_NO_WAYS = {
    "proposed": "fulfilled noshow",
    "waitlist": "fulfilled noshow",
    "fulfilled": "noshow proposed",
    "noshow": "fulfilled pending",
}


def _steps(rules: Desk, ways: dict[str, str]) -> list[tuple[str, str, Json]]:
    """Every way, each tried with an entry of its own; all of one length, on days of their own."""
    pairs = [(before, after) for before, afters in ways.items() for after in afters.split()]
    # A working day of late November has room for 18 half hours of Dr. Weber's, and no break.
    requests = [
        on(f"11-{23 + number // 18}", f"{8 + number % 18 // 2:02}:{number % 2 * 30:02}", "FREI", "WEB")
        for number in range(len(pairs))
    ]
    booked = rules.book(*requests)
    assert verdicts(booked) == ["booked"] * len(pairs)
    first = rules.ask(
        "status",
        *(
            {"id": each["id"], "version": 1, "status": before}
            for each, (before, _) in zip(booked, pairs, strict=True)
        ),
    )
    assert verdicts(first) == ["changed"] * len(pairs)
    second = rules.ask(
        "status",
        *(
            {"id": each["id"], "version": 2, "status": after}
            for each, (_, after) in zip(booked, pairs, strict=True)
        ),
    )
    return [(before, after, answer) for (before, after), answer in zip(pairs, second, strict=True)]


def test_these_statuses_may_follow(rules: Desk) -> None:
    steps = _steps(rules, _WAYS)
    assert {(before, after): verdict(answer) for before, after, answer in steps} == {
        (before, after): "changed" for before, after, _ in steps
    }


def test_these_may_not_and_a_reason_does_not_help(rules: Desk) -> None:
    steps = _steps(rules, _NO_WAYS)
    again = []
    for before, after, answer in steps:
        [conflict] = answer["conflicts"]
        entry = conflict["entry"]
        assert (conflict["kind"], conflict["severity"]) == ("status_not_allowed", "blocking")
        assert conflict["message"] == f"entry {entry} is {before} and cannot become {after}"
        again.append({"id": entry, "version": 2, "status": after, "override": {"reason": "doch"}})
    assert [each["outcome"] for each in rules.ask("status", *again)] == ["refused"] * len(steps)


def test_what_took_place_cannot_be_cancelled_nor_what_is_cancelled_take_place(rules: Desk) -> None:
    done, gone = rules.book(on("11-23", "09:00", "FREI", "WEB"), on("11-23", "10:00", "FREI", "WEB"))
    rules.ask("status", {"id": done["id"], "version": 1, "status": "fulfilled"})
    rules.ask("cancel", {"id": gone["id"], "version": 1})
    [cancelled] = rules.ask("cancel", {"id": done["id"], "version": 2})
    [fulfilled] = rules.ask("status", {"id": gone["id"], "version": 2, "status": "fulfilled"})
    assert verdicts([cancelled, fulfilled]) == [
        "status_not_allowed 09:00-09:30",
        "status_not_allowed 10:00-10:30",
    ]
    [restored] = rules.ask("status", {"id": gone["id"], "version": 2, "status": "booked"})
    assert restored["outcome"] == "changed"


def test_a_change_into_an_occupying_status_is_checked_in_full(rules: Desk) -> None:
    first, *_ = rules.book(on("11-23", "09:00", "QUO", "WEB"))
    rules.ask("status", {"id": first["id"], "version": 1, "status": "noshow"})
    rules.book(on("11-23", "08:00", "QUO", "WEB"), on("11-23", "10:00", "QUO", "WEB"))
    [again] = rules.ask("status", {"id": first["id"], "version": 2, "status": "arrived"})
    assert verdict(again) == "quota_full WEB 09:00-09:30"


def test_two_that_only_ask_name_each_other_and_the_second_to_be_booked_is_refused(rules: Desk) -> None:
    first, second = rules.book(
        on("11-23", "09:00", "FREI", "WEB", status="proposed"),
        on("11-23", "09:15", "FREI", "WEB", status="waitlist"),
    )
    assert verdicts([first, second]) == ["booked", "booked; tentative WEB 09:15-09:30"]
    assert second["warnings"][0]["entry"] == first["id"]
    [line, _] = rules.agenda("2026-11-23", "2026-11-23")
    assert (line["status"], line["participants"][0]["blocking"]) == ("proposed", False)
    [asked] = rules.ask("check", {"id": first["id"], "start": "2026-11-23T09:05"})
    assert [each["entry"] for each in asked["warnings"]] == [second["id"]]
    one, other = rules.ask(
        "status",
        {"id": first["id"], "version": 1, "status": "booked"},
        {"id": second["id"], "version": 1, "status": "booked"},
    )
    assert verdict(one) == "changed; tentative WEB 09:15-09:30"
    assert verdict(other) == "practitioner_busy WEB 09:15-09:30"
    assert other["conflicts"][0]["entry"] == first["id"]
