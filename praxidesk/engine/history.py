"""What people read in the journal: one deed a line, with who did it, from where, and what was changed.

The journal holds rows. A booking is a row of the entry and rows of everybody taken for it: one deed.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from praxidesk.engine.journal import Deed, JournalLine, Seal
from praxidesk.engine.outcomes import Change
from praxidesk.engine.spans import Span
from praxidesk.engine.vocabulary import (
    ActorId,
    EntryId,
    EntryKind,
    Milestone,
    ProcedureId,
    Role,
    Status,
    TypeId,
)

PAGE = 40
"""Lines of a page."""

OTHER_CLOCK = 600
"""Seconds by which a file's clock and the program's may differ; else that was replaced, as in a demo."""

Row = dict[str, object]
_KEPT = frozenset({
    "id", "actor_id", "version", "last_change", "changed_at", "request_key", "request_fingerprint",
    "family_key", "given_key",
})  # fmt: skip
"""Columns that tell nobody anything: keys, counters, and what repeats others."""


class Topic(StrEnum):
    """What a line is about."""

    ENTRY = "entry"
    PATIENT = "patient"
    SETTINGS = "settings"
    USERS = "users"


@dataclass(frozen=True, slots=True)
class Doer:
    """Who did it, and from where."""

    login: str
    """As the database knows them; empty where it does not: another program wrote into the file."""
    client: str
    """From where: the address a server sees, or the machine's name."""
    desk: str
    """What the desk calls itself; nobody has checked that."""
    is_person: bool = False
    """Whether the login is somebody's own, and not the machine's."""
    name: str = ""
    """By which the practice knows that person; empty where it does not."""

    @property
    def is_known(self) -> bool:
        """Whether anybody knows who it was."""
        return bool(self.login)

    @property
    def person(self) -> str:
        """Who it was; empty where only the desk is known."""
        return (self.name or self.login) if self.is_person else ""


@dataclass(frozen=True, slots=True)
class Doers:
    """Who stands in the journal."""

    logins: tuple[str, ...]
    """Of persons; none in a file without accounts."""
    desks: tuple[str, ...]
    """What they call themselves, or their addresses."""


@dataclass(frozen=True, slots=True)
class EntryState:
    """What an entry's row said."""

    kind: EntryKind
    status: Status
    span: Span
    type: TypeId | None
    procedure: ProcedureId | None
    patient: ActorId | None
    note: str
    reason: str
    override_reason: str


@dataclass(frozen=True, slots=True)
class Taken:
    """Somebody who takes part, as what."""

    actor: ActorId
    role: Role


@dataclass(frozen=True, slots=True)
class EntryDeed:
    """What was done to an entry."""

    entry: EntryId
    change: Change
    before: EntryState | None
    after: EntryState
    said_at: int
    """When it was by the clock of the program, which a demo or ``--now`` replaces."""
    added: tuple[Taken, ...] = ()
    removed: tuple[Taken, ...] = ()
    milestones: tuple[tuple[Milestone, int | None], ...] = ()
    """When they were reached; ``None`` for one taken away."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A column that is another now."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowDeed:
    """What was done to anything else: a patient's record, a setting, a login."""

    subject: str
    """The table."""
    name: str
    """What the row calls itself; empty where it has no name."""
    actor: ActorId | None
    """Whom the row is about."""
    fields: tuple[FieldChange, ...] = ()
    """Of a change only."""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One deed."""

    id: int
    at: int
    """Instant, by the clock of the server; of a file by the program's, where that was replaced."""
    deed: Deed
    topic: Topic
    doer: Doer
    patient: ActorId | None
    patient_name: str
    """``Family, Given`` as it is today; empty where there is none, or who asks may not see it."""
    what: EntryDeed | RowDeed


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """Which deeds are wanted; what is ``None`` does not matter."""

    entry: EntryId | None = None
    patients: tuple[ActorId, ...] | None = None
    """Done to them or to their entries."""
    topic: Topic | None = None
    login: str | None = None
    desk: str | None = None
    """What it calls itself, or where it has no name its address."""
    span: Span | None = None
    """When it was done."""


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Some of the deeds, newest first."""

    total: int
    """How many there are in all."""
    newest: int
    """Up to which line they are counted: further pages are asked for with it."""
    lines: tuple[HistoryLine, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """A line that is read as one deed, as the store gives it."""

    line: JournalLine
    seal: Seal | None
    topic: Topic
    patient: ActorId | None
    patient_name: str


def told(
    tellings: Iterable[Telling], parts: Iterable[JournalLine], names: Mapping[str, str], *, on_server: bool
) -> tuple[HistoryLine, ...]:
    """Deeds in the order of their lines; ``parts`` are all later rows of their entries, by number.

    ``names`` are those of people by their logins.

    An entry's own row is written first, then who is taken for it and what was reached: what follows it up
    to the next row of the same entry belongs to it.
    """
    wanted = tuple(tellings)
    of_entry: dict[int, list[JournalLine]] = {}
    for part in parts:
        entry = _entry_of(part)
        if entry is not None:
            of_entry.setdefault(entry, []).append(part)
    return tuple(
        _history_line(each, _following(each.line, of_entry), _doer(each.seal, names, on_server), on_server)
        for each in wanted
    )


def _following(line: JournalLine, of_entry: dict[int, list[JournalLine]]) -> Iterator[JournalLine]:
    if line.subject != "entry":
        return
    for part in of_entry.get(int(line.subject_key), ()):
        if part.id > line.id:
            if part.subject == "entry":
                return
            yield part


def is_person(client: str, *, on_server: bool) -> bool:
    """Whether a login is somebody's own: on a server each is, in a file those of accounts."""
    return on_server or "@" in client


def _doer(seal: Seal | None, names: Mapping[str, str], on_server: bool) -> Doer:
    if seal is None:
        return Doer("", "", "")
    somebodys = is_person(seal.client, on_server=on_server)
    return Doer(seal.login, seal.client, seal.desk, somebodys, names.get(seal.login, "") if somebodys else "")


def _history_line(told_: Telling, parts: Iterator[JournalLine], doer: Doer, on_server: bool) -> HistoryLine:
    line = told_.line
    before, after = row_of(line.before), row_of(line.after)
    what: EntryDeed | RowDeed
    if line.subject == "entry" and (after or before):
        what = _entry_deed(EntryId(int(line.subject_key)), before, after or before or {}, tuple(parts))
    else:
        what = _row_deed(line, before, after)
    at = line.at
    if not on_server and isinstance(what, EntryDeed) and abs(what.said_at - at) > OTHER_CLOCK:
        at = what.said_at
    return HistoryLine(line.id, at, line.deed, told_.topic, doer, told_.patient, told_.patient_name, what)


def _entry_deed(entry: EntryId, before: Row | None, after: Row, parts: Sequence[JournalLine]) -> EntryDeed:
    gone, come = Counter[Taken](), Counter[Taken]()
    milestones: dict[Milestone, int | None] = {}
    for part in parts:
        was, becomes = row_of(part.before), row_of(part.after)
        if part.subject == "allocation":
            gone.update(_taken(was))
            come.update(_taken(becomes))
        elif part.subject == "milestone":
            kind = part.subject_key.partition(",")[2]
            if kind in set(Milestone):
                milestones[Milestone(kind)] = _number(becomes, "reached_at") if becomes else None
    return EntryDeed(
        entry,
        Change(str(after.get("last_change", Change.MOVED))),
        _state(before) if before else None,
        _state(after),
        _number(after, "changed_at") or 0,
        tuple((come - gone).elements()),
        tuple((gone - come).elements()),
        tuple((each, milestones[each]) for each in Milestone if each in milestones),
    )


def _state(row: Row) -> EntryState:
    start, end = _number(row, "starts_at") or 0, _number(row, "ends_at") or 0
    type_, procedure, patient = (_number(row, name) for name in ("type_id", "procedure_id", "patient_id"))
    return EntryState(
        EntryKind(str(row["kind"])),
        Status(str(row["status"])),
        Span(start, max(end, start + 1)),
        TypeId(type_) if type_ is not None else None,
        ProcedureId(procedure) if procedure is not None else None,
        ActorId(patient) if patient is not None else None,
        str(row.get("note") or ""),
        str(row.get("reason") or ""),
        str(row.get("override_reason") or ""),
    )


def _taken(row: Row | None) -> tuple[Taken, ...]:
    actor = _number(row, "actor_id") if row else None
    return () if row is None or actor is None else (Taken(ActorId(actor), Role(str(row["role"]))),)


def _row_deed(line: JournalLine, before: Row | None, after: Row | None) -> RowDeed:
    row = after or before or {}
    name = next((str(row[each]) for each in ("name", "login", "code", "kind") if row.get(each)), "")
    actor = int(line.subject_key) if line.subject == "actor" else _number(row, "actor_id")
    fields: tuple[FieldChange, ...] = ()
    if before is not None and after is not None:
        fields = tuple(
            FieldChange(each, _text(before.get(each)), _text(after[each]))
            for each in after
            if each not in _KEPT and before.get(each) != after[each]
        )
    return RowDeed(line.subject, name, ActorId(actor) if actor is not None else None, fields)


def row_of(text: str | None) -> Row | None:
    """The row as it was written down; control characters stand in it as they are."""
    if text is None:
        return None
    row = json.loads(text, strict=False)
    return row if isinstance(row, dict) else None


def _entry_of(part: JournalLine) -> int | None:
    if part.subject == "entry":
        return int(part.subject_key)
    if part.subject == "milestone":
        return int(part.subject_key.partition(",")[0])
    return _number(row_of(part.after) or row_of(part.before), "entry_id")


def _number(row: Row | None, name: str) -> int | None:
    found = row.get(name) if row else None
    return found if isinstance(found, int) else None


def _text(value: object) -> str:
    return "" if value is None else str(value)
