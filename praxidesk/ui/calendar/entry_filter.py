"""Which entries somebody wants to see: by status, type, people and patient. Pure; hides no occupancy."""

import unicodedata
from dataclasses import dataclass

from praxidesk.engine.entries import Entry, PatientOnEntry
from praxidesk.engine.vocabulary import ActorId, ServiceId, Status
from praxidesk.ui.calendar.tile_face import Muting


@dataclass(frozen=True, slots=True)
class EntryFilter:
    """What is empty is not asked; what is asked must all be so.

    Whoever does not pass stays where it is: dimmed, or a block without a name. Time never looks free for it.
    """

    statuses: frozenset[Status] = frozenset()
    services: frozenset[ServiceId] = frozenset()
    people: frozenset[ActorId] = frozenset()
    """Practitioners, rooms or devices, in whatever role: one of them takes part."""
    patient: str = ""
    """Parts of name or number, in any order; never remembered beyond this run of the program."""
    hides: bool = False
    """Those that do not pass lose their names; else they are dimmed."""

    @property
    def is_active(self) -> bool:
        """Whether it asks for anything."""
        return bool(self.statuses or self.services or self.people or self.patient.strip())

    def passes(self, entry: Entry) -> bool:
        """Whether somebody wants to see this entry."""
        return (
            (not self.statuses or entry.status in self.statuses)
            and (not self.services or entry.service in self.services)
            and (not self.people or any(part.actor in self.people for part in entry.allocations))
            and (not self.patient.strip() or _is_meant(entry.patient, self.patient))
        )

    def muting(self, entry: Entry) -> Muting:
        """How an entry is drawn."""
        if not self.is_active or self.passes(entry):
            return Muting.NONE
        return Muting.HIDDEN if self.hides else Muting.DIMMED


NO_FILTER = EntryFilter()


def _is_meant(patient: PatientOnEntry | None, typed: str) -> bool:
    if patient is None:
        return False
    name = f"{patient.family} {patient.given} {patient.number}".casefold()
    known = f"{_folded(name)} {_folded(name.translate(_UMLAUTS))}"
    return all(part in known for part in _folded(typed).split())


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def _folded(text: str) -> str:
    """Without case, accents and the dot that an ı lacks."""
    parts = unicodedata.normalize("NFKD", text.casefold().replace("ı", "i"))
    return "".join(each for each in parts if not unicodedata.combining(each))
