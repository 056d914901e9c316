"""Who waits for whom on the server, as rows of a list: people, desks and times, never what they asked."""

from PySide6.QtCore import QCoreApplication

from praxidesk.engine.store_facts import HeldSession, ServerCounts, StoreFacts
from praxidesk.ui.diagnostics.figures import Figure, FigureTable, whole
from praxidesk.worker.questions.diagnostics import Diagnosis

translate = QCoreApplication.translate


def held_table(diagnosis: Diagnosis) -> FigureTable:
    """Who waits, the longest first, and whom others wait for."""
    held = {each.process: each for each in diagnosis.store.held}
    keeps = {process for each in held.values() for process in each.held_by}
    return FigureTable(
        (
            (
                translate("diagnostics", "Session"),
                translate("diagnostics", "The login and the desk, and what it does"),
            ),
            (
                translate("diagnostics", "For"),
                translate("diagnostics", "How long it waits, or has changes open that are not saved yet"),
            ),
            (translate("diagnostics", "Number"), translate("diagnostics", "By which it is ended")),
        ),
        tuple(_row(each, held, keeps, diagnosis.at) for each in held.values()),
        sorted_by=1,
    )


def blocker(facts: StoreFacts) -> int | None:
    """The session to be ended first: it waits for nobody, and most wait for it; then the oldest."""
    waited_for = [process for each in facts.held for process in each.held_by]
    free = [each for each in facts.held if not each.held_by and each.process in waited_for]
    if not free:
        return None
    return max(free, key=lambda each: (waited_for.count(each.process), -(each.begun_at or 0))).process


def nobody_waits(facts: StoreFacts) -> str:
    """What is said instead of an empty list."""
    if facts.counts is ServerCounts.NO_SERVER:
        return translate(
            "diagnostics",
            "This store is a file: programs take turns in it, and nobody keeps another waiting for long.",
        )
    return translate("diagnostics", "Nobody waits for anybody, and nobody has changes open for long.")


def _row(each: HeldSession, held: dict[int, HeldSession], keeps: set[int], now: int) -> tuple[Figure, ...]:
    others = ", ".join(_who(held[process]) if process in held else str(process) for process in each.held_by)
    said = _doing(each, each.process in keeps).format(who=_who(each), others=others)
    since = each.begun_at if each.waits_since is None else each.waits_since
    seconds = None if since is None else max(0, now - since)
    return (
        Figure(said, said.casefold(), is_alarm=each.process in keeps),
        Figure(_lasting(seconds), -1 if seconds is None else seconds),
        Figure(str(each.process), each.process),
    )


def _doing(each: HeldSession, keeps: bool) -> str:
    if each.waits_since is not None:
        return translate("diagnostics", "{who} waits for {others}")
    if keeps and each.is_resting:
        return translate("diagnostics", "{who} keeps others waiting, and does nothing itself")
    if keeps:
        return translate("diagnostics", "{who} keeps others waiting, and is at work")
    if each.is_resting:
        return translate("diagnostics", "{who} has changes open, and does nothing")
    return translate("diagnostics", "{who} has changes open, and is at work")


def _who(each: HeldSession) -> str:
    person = f"{each.name} ({each.login})" if each.name else each.login
    return f"{person} · {each.desk}" if each.desk else person


def _lasting(seconds: int | None) -> str:
    if seconds is None:
        return "–"
    if seconds < 120:
        return translate("diagnostics", "{count} s").format(count=whole(seconds))
    return translate("diagnostics", "{count} min").format(count=whole(seconds // 60))
