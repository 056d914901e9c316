"""Bookings of a foreign table: the fields of a JSON request, each from a row's cells."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from praxidesk.engine.outcomes import Invalid
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import BookRequest, RequestKey
from praxidesk.engine.spans import MINUTE
from praxidesk.engine.vocabulary import EntryKind, Phase, Status
from praxidesk.engine.walltime import NonexistentTime, Zone
from praxidesk.exchange.csv_cells import Column, MinutesCell, MomentCell, TextCell
from praxidesk.exchange.csv_draft import Draft
from praxidesk.exchange.csv_patients import NameCells
from praxidesk.exchange.fields import words
from praxidesk.exchange.json_line import fingerprint
from praxidesk.exchange.json_requests import booking_of
from praxidesk.exchange.texts import shown

STATUSES = words(Status)


@dataclass(frozen=True, slots=True)
class ParticipantCells:
    """One participant of every row."""

    role: TextCell
    actor: TextCell
    start: MinutesCell | None = None
    minutes: MinutesCell | None = None


@dataclass(frozen=True, slots=True)
class RequestCells:
    """The table ``[request]`` of a mapping."""

    texts: Mapping[str, TextCell]
    """``key kind type procedure note reason override status``, as far as the mapping names them."""
    start: MomentCell
    participants: tuple[ParticipantCells, ...] = ()
    end: MomentCell | None = None
    """Instead of ``minutes``."""
    minutes: MinutesCell | None = None
    rest: Phase = Phase.SURGERY
    """Of an operation: the phase that takes what the others leave of its length."""
    phases: Mapping[Phase, MinutesCell] | None = None
    patient: TextCell | NameCells | None = None
    """A number, or the names of somebody new in every row."""
    fill: bool = False

    def fill_in(self, draft: Draft, practice: Practice, zone: Zone) -> BookRequest | None:
        """The row's booking; ``None`` where a fault was noted."""
        texts = {
            name: text
            for name, cell in self.texts.items()
            if (text := draft.read(name, cell.used_columns(), cell.text)) is not None
        }
        draft.key = texts.get("key")
        word = texts.pop("status", Status.BOOKED)
        status = STATUSES.get(word)
        if status is None:
            draft.fault("status", f"{shown(word)} is none of {', '.join(STATUSES)}")
            status = Status.BOOKED
        reason = texts.pop("reason", "") if status is Status.CANCELLED else ""
        override = texts.pop("override", None)
        values: dict[str, object] = dict(texts)
        if override is not None:
            values["override"] = {"reason": override}
        if self.fill:
            values["fill"] = True
        self._fill_in_time(draft, values, practice, zone)
        values["participants"] = list(self._participants(draft))
        patient = self._patient(draft)
        if patient is not None:
            values["patient"] = patient
        if draft.faults:
            return None
        request = booking_of(values, practice, zone)
        if isinstance(request, Invalid):
            draft.note(request.errors)
            return None
        return replace(
            request, status=status, reason=reason or request.reason, key=_key(values, status, reason)
        )

    def used_columns(self) -> Iterator[Column]:
        """Every column it looks at."""
        for cell in self.texts.values():
            yield from cell.used_columns()
        yield from self.start.used_columns()
        if self.end is not None:
            yield from self.end.used_columns()
        for minutes in (self.minutes, *(self.phases or {}).values()):
            if minutes is not None:
                yield from minutes.source.used_columns()
        for participant in self.participants:
            yield from participant.role.used_columns()
            yield from participant.actor.used_columns()
            for minutes in (participant.start, participant.minutes):
                if minutes is not None:
                    yield from minutes.source.used_columns()
        if self.patient is not None:
            yield from self.patient.used_columns()

    def _fill_in_time(self, draft: Draft, values: dict[str, object], practice: Practice, zone: Zone) -> None:
        """``start``, and ``minutes`` or ``phases``."""
        start = draft.read("start", self.start.used_columns(), self.start.read)
        if start is not None:
            values["start"] = start.isoformat(timespec="minutes")
        length = None
        if self.minutes is not None:
            length = _minutes(draft, "minutes", self.minutes)
        elif self.end is not None:
            end = draft.read("minutes", self.end.used_columns(), self.end.read)
            if start is not None and end is not None:
                try:
                    length = (_instant(end, zone) - _instant(start, zone)) // MINUTE
                except NonexistentTime as nonexistent:
                    draft.fault("minutes", f"{nonexistent} does not exist in {zone.name}")
        phases = {
            phase.value: minutes
            for phase, cell in (self.phases or {}).items()
            if (minutes := _minutes(draft, f"phases.{phase}", cell)) is not None
        }
        is_operation = (
            values.get("kind", EntryKind.OPERATION) == EntryKind.OPERATION and "procedure" in values
        )
        if length is not None and is_operation:
            phases |= self._rest(draft, length, phases, str(values["procedure"]), practice)
        elif length is not None:
            values["minutes"] = length
        if phases:
            values["phases"] = phases

    def _rest(
        self, draft: Draft, length: int, phases: Mapping[str, int], procedure: str, practice: Practice
    ) -> dict[str, int]:
        """The one phase that makes the operation as long as the row says."""
        procedure_id = practice.procedure_ids.get(procedure)
        if procedure_id is None:
            return {}
        usual = practice.procedures[procedure_id].phases.by_phase()
        others = {
            phase: phases.get(phase.value, minutes)
            for phase, minutes in usual.items()
            if phase is not self.rest
        }
        taken = sum(others.values())
        if length < taken:
            names = " and ".join(phase.value for phase, minutes in others.items() if minutes)
            draft.fault("minutes", f"{length} minutes are fewer than the {taken} of {names}")
            return {}
        return {self.rest.value: length - taken}

    def _participants(self, draft: Draft) -> Iterator[dict[str, object]]:
        number = 0
        for cells in self.participants:
            path = f"participants[{number}]"
            actor = draft.read(f"{path}.actor", cells.actor.used_columns(), cells.actor.text)
            role = draft.read(f"{path}.role", cells.role.used_columns(), cells.role.text)
            if actor is None or role is None:
                continue
            values: dict[str, object] = {"actor": actor, "role": role}
            for key, cell in (("from", cells.start), ("minutes", cells.minutes)):
                minutes = None if cell is None else _minutes(draft, f"{path}.{key}", cell)
                if minutes is not None:
                    values[key] = minutes
            number += 1
            yield values

    def _patient(self, draft: Draft) -> object:
        if isinstance(self.patient, TextCell):
            return draft.read("patient", self.patient.used_columns(), self.patient.text)
        return None if self.patient is None else self.patient.fill(draft, "patient.")


def _key(values: Mapping[str, object], status: Status, reason: str) -> RequestKey | None:
    """Like a JSON line's, so that a row and the same line are one request; status and reason count too."""
    if "key" not in values:
        return None
    more: dict[str, object] = {}
    if status is not Status.BOOKED:
        more["status"] = status.value
    if reason:
        more["reason"] = reason
    return RequestKey(str(values["key"]), fingerprint("book", {**values, **more}))


def _minutes(draft: Draft, field: str, cell: MinutesCell) -> int | None:
    return draft.read(field, cell.source.used_columns(), cell.minutes)


def _instant(local: datetime, zone: Zone) -> int:
    return zone.instant(local) if local.tzinfo is None else int(local.timestamp())
