"""A JSON line to a search for one entry, or for a whole combination."""

from collections.abc import Mapping

from praxidesk.engine.outcomes import Invalid
from praxidesk.engine.practice import Practice
from praxidesk.engine.requests import SlotRequest
from praxidesk.engine.series_requests import CombinedSlotPart, CombinedSlotRequest
from praxidesk.engine.walltime import Zone
from praxidesk.exchange.fields import Fields
from praxidesk.exchange.json_combined import MOST_PARTS, read_combination, read_gap
from praxidesk.exchange.json_fields import read_minutes, read_type
from praxidesk.exchange.json_line import parsed
from praxidesk.exchange.json_slots import read_search

_OF_PARTS = ("kind", "type", "procedure", "minutes", "phases", "need", "rank", "explain")


def parse_any_slots(line: str, practice: Practice, zone: Zone) -> SlotRequest | CombinedSlotRequest | Invalid:
    """When could this be?"""

    def read(fields: Fields, values: Mapping[str, object]) -> SlotRequest | CombinedSlotRequest:
        if not fields.has("combination") and not fields.has("parts"):
            return read_search(fields, practice, zone)
        for key in _OF_PARTS:
            fields.refuse(key, "is nothing that a search for a combination knows")
        parts = _parts(fields, practice)
        # Searched for like its first part, which then stands for each.
        of_first = {
            key: value for key, value in values.items() if key not in {*_OF_PARTS, "combination", "parts"}
        }
        if parts:
            of_first["type"] = practice.types[parts[0].type].code
        for key in of_first:
            fields.raw(key)
        search = read_search(inner := Fields(of_first, "", fields.faults), practice, zone)
        inner.close()
        return CombinedSlotRequest(search, parts)

    return parsed(line, read)


def _parts(fields: Fields, practice: Practice) -> tuple[CombinedSlotPart, ...]:
    if fields.has("combination"):
        fields.refuse("parts", "cannot stand beside combination, which names them")
        combination = read_combination(fields, practice)
        return tuple(
            CombinedSlotPart(
                practice.type_ids[each.type], least_gap=each.least_gap, longest_gap=each.longest_gap
            )
            for each in (combination.parts if combination is not None else ())
        )
    tables = fields.tables("parts", required=True)
    if len(tables) == 1 or len(tables) > MOST_PARTS:
        fields.fault("parts", f"are from 2 to {MOST_PARTS}")
    found = [_part(inner, practice, is_first=index == 0) for index, inner in enumerate(tables)]
    return tuple(each for each in found if each is not None)


def _part(fields: Fields, practice: Practice, *, is_first: bool) -> CombinedSlotPart | None:
    if is_first:
        fields.refuse("gap", "the first part follows none")
    type_id, minutes = read_type(fields, practice), read_minutes(fields)
    least, longest = (None if is_first else read_gap(fields)) or (0, 0)
    fields.close()
    return None if type_id is None else CombinedSlotPart(type_id, minutes, least, longest)
