"""How the scenarios of the rules write requests and read answers."""

from collections.abc import Mapping
from typing import Any

from tests.contract.conftest import Desk, Json

_ROLES = {"R1": "room", "R2": "room", "R3": "room", "OP1": "room", "INF": "room", "US1": "device"}


def who(*codes: str) -> list[Json]:
    """Practitioners, rooms and devices by code."""
    return [{"actor": code, "role": _ROLES.get(code, _role(code))} for code in codes]


def _role(code: str) -> str:
    return "room" if code.startswith("INF") else "practitioner"


def on(day: str, clock: str, type_: str, *codes: str, **more: Any) -> Json:
    """An appointment; the year is 2026 where the day has none."""
    date = day if len(day) == 10 else f"2026-{day}"
    return {"type": type_, "start": f"{date}T{clock}", "participants": who(*codes)} | more


def verdict(answer: Json) -> str:
    """What speaks against it, ``room_busy R3 10:30-10:50``; or the outcome, with its warnings."""
    if answer["outcome"] == "refused":
        return "; ".join(_told(each) for each in answer["conflicts"])
    return "; ".join([answer["outcome"], *(_told(each) for each in answer.get("warnings", []))])


def verdicts(answers: list[Json]) -> list[str]:
    """The same of several."""
    return [verdict(each) for each in answers]


def check_all(desk: Desk, cases: Mapping[str, tuple[Json, str]]) -> None:
    """Check every request of a table by name, in one call of the command, against its verdict."""
    answers = desk.ask("check", *(request for request, _ in cases.values()))
    said = dict(zip(cases, verdicts(answers), strict=True))
    assert said == {name: expected for name, (_, expected) in cases.items()}


def _told(conflict: Json) -> str:
    words = [conflict["kind"], conflict["actor"], f"{conflict['start'][11:16]}-{conflict['end'][11:16]}"]
    return " ".join(word for word in words if word)
