"""The table ``[request]`` of a mapping file."""

from praxidesk.engine.vocabulary import EntryKind, Phase, Role
from praxidesk.exchange.csv_cell_fields import read_minutes_cell, read_moment_cell, read_text_cell
from praxidesk.exchange.csv_cells import MinutesCell, MomentCell, TextCell
from praxidesk.exchange.csv_patients import NameCells, read_name_cells
from praxidesk.exchange.csv_requests import STATUSES, ParticipantCells, RequestCells
from praxidesk.exchange.fields import Fields, words
from praxidesk.exchange.needs import PHASES

_KINDS = words(EntryKind)
_ROLES = words(role for role in Role if role is not Role.PATIENT)
_NAME_KEYS = ("family", "given", "name")
_NO_CELL = TextCell(constant="")


def read_request_cells(fields: Fields, decimal: str, thousands: str) -> RequestCells:
    """All that a booking can say, each from cells; numbers are written with these marks."""
    texts: dict[str, TextCell | None] = {
        "key": read_text_cell(fields, "key", required=True),
        "kind": read_text_cell(fields, "kind", results=_KINDS),
        "type": read_text_cell(fields, "type"),
        "procedure": read_text_cell(fields, "procedure"),
        "status": read_text_cell(fields, "status", results=STATUSES),
        "note": read_text_cell(fields, "note", optional=True),
        "reason": read_text_cell(fields, "reason", optional=True),
        "override": _override(fields),
    }
    minutes = read_minutes_cell(fields, "minutes", decimal, thousands)
    end = read_moment_cell(fields, "end")
    if minutes is not None and end is not None:
        fields.fault("end", "cannot stand beside minutes")
    rest = fields.choice("rest", PHASES) or Phase.SURGERY
    phases = _phases(fields, decimal, thousands)
    if rest in phases and (minutes is not None or end is not None):
        fields.fault(f"phases.{rest}", "takes the rest of the row's length; choose another phase as rest")
    cells = RequestCells(
        texts={name: cell for name, cell in texts.items() if cell is not None},
        start=read_moment_cell(fields, "start", required=True) or MomentCell(),
        participants=tuple(
            _participant(inner, decimal, thousands) for inner in fields.tables("participants")
        ),
        end=end,
        minutes=minutes,
        rest=rest,
        phases=phases,
        patient=_patient(fields),
        fill=fields.flag("fill"),
    )
    fields.close()
    return cells


def _override(fields: Fields) -> TextCell | None:
    inner = fields.table("override")
    if inner is None:
        return None
    reason = read_text_cell(inner, "reason", required=True)
    inner.close()
    return reason


def _phases(fields: Fields, decimal: str, thousands: str) -> dict[Phase, MinutesCell]:
    inner = fields.table("phases")
    if inner is None:
        return {}
    found: dict[Phase, MinutesCell] = {}
    for word, phase in PHASES.items():
        cell = read_minutes_cell(inner, word, decimal, thousands)
        if cell is not None:
            found[phase] = cell
    inner.close()
    return found


def _participant(fields: Fields, decimal: str, thousands: str) -> ParticipantCells:
    cells = ParticipantCells(
        role=read_text_cell(fields, "role", required=True, results=_ROLES) or _NO_CELL,
        actor=read_text_cell(fields, "actor", required=True) or _NO_CELL,
        start=read_minutes_cell(fields, "from", decimal, thousands),
        minutes=read_minutes_cell(fields, "minutes", decimal, thousands),
    )
    fields.close()
    return cells


def _patient(fields: Fields) -> TextCell | NameCells | None:
    value = fields.raw("patient")
    if not isinstance(value, dict) or not any(key in value for key in _NAME_KEYS):
        return read_text_cell(fields, "patient")
    inner = fields.table("patient")
    if inner is None:
        return None
    names = read_name_cells(inner)
    inner.close()
    return names
