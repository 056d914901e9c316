"""A filter by codes instead of row ids: as it is remembered from start to start, and in saved views."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from praxidesk.engine.practice import Practice
from praxidesk.engine.vocabulary import ServiceId, Status, procedure_service, type_service
from praxidesk.ui.calendar.entry_filter import EntryFilter

_TYPE, _PROCEDURE, _BLOCKOUT, _SEPARATOR = "type", "procedure", "blockout", ":"


@dataclass(frozen=True, slots=True)
class FilterCodes:
    """Never a patient's name: that part of a filter is forgotten."""

    statuses: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    hides: bool = False

    @classmethod
    def of(cls, wanted: EntryFilter, practice: Practice) -> "FilterCodes":
        """The codes of a filter."""
        return cls(
            tuple(sorted(status.value for status in wanted.statuses)),
            tuple(sorted(_service_code(practice, each) for each in wanted.services)),
            tuple(sorted(practice.actors[each].code for each in wanted.people if each in practice.actors)),
            wanted.hides,
        )

    def filter(self, practice: Practice) -> EntryFilter:
        """The filter that the codes mean today; what the practice has no more is not asked for."""
        known = set(Status)
        return EntryFilter(
            frozenset(Status(each) for each in self.statuses if each in known),
            frozenset(_services(practice, self.services)),
            frozenset(practice.actor_ids[each] for each in self.people if each in practice.actor_ids),
            hides=self.hides,
        )

    def written(self) -> str:
        """As text."""
        lists = {"statuses": self.statuses, "services": self.services, "people": self.people}
        return json.dumps({**lists, "hides": self.hides}, ensure_ascii=False)

    @classmethod
    def read(cls, text: str) -> "FilterCodes":
        """What ``written`` wrote; anything else asks for nothing."""
        try:
            found = json.loads(text)
        except ValueError:
            return cls()
        if not isinstance(found, dict):
            return cls()
        return cls(
            _texts(found.get("statuses")),
            _texts(found.get("services")),
            _texts(found.get("people")),
            hides=found.get("hides") is True,
        )


NO_CODES = FilterCodes()


def _texts(found: object) -> tuple[str, ...]:
    return tuple(each for each in found if isinstance(each, str)) if isinstance(found, list) else ()


def _service_code(practice: Practice, service: ServiceId) -> str:
    offered = practice.service_of(service)
    if not service or offered is None:
        return _BLOCKOUT
    return f"{_TYPE if service > 0 else _PROCEDURE}{_SEPARATOR}{offered.code}"


def _services(practice: Practice, codes: Iterable[str]) -> Iterable[ServiceId]:
    for code in codes:
        kind, _, name = code.partition(_SEPARATOR)
        if kind == _TYPE and name in practice.type_ids:
            yield type_service(practice.type_ids[name])
        elif kind == _PROCEDURE and name in practice.procedure_ids:
            yield procedure_service(practice.procedure_ids[name])
        elif code == _BLOCKOUT:
            yield ServiceId(0)
