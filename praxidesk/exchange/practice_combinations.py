"""Combined appointments of a practice file: types that follow each other, booked all or none."""

from praxidesk.engine.offerings import Combination, CombinationPart
from praxidesk.exchange.fields import Fields
from praxidesk.exchange.known_codes import KnownServices
from praxidesk.exchange.practice_people import read_code
from praxidesk.exchange.texts import UnreadableError, shown

LONGEST_GAP = 7 * 1440
"""Minutes between two parts."""
MOST_PARTS = 20


def read_combination(fields: Fields, services: KnownServices) -> Combination:
    """The parts in their order; without ``gap`` a part follows the one before at once."""
    code = read_code(fields)
    name = fields.text("name", required=True)
    parts: list[CombinationPart] = []
    for index, inner in enumerate(fields.tables("parts", required=True)):
        if index == 0:
            inner.refuse("gap", "the first part has none before it")
        part_type = inner.parsed("type", services.type, "", required=True)
        gap = (0, 0) if index == 0 else inner.parsed("gap", _gap, (0, 0))
        inner.close()
        parts.append(CombinationPart(part_type, *gap))
    if len(parts) == 1:
        fields.fault("parts", "a combination has two parts at least")
    elif len(parts) > MOST_PARTS:
        fields.fault("parts", f"{len(parts):,} parts are more than {MOST_PARTS}")
    fields.close()
    return Combination(code, name, tuple(parts))


def _gap(value: object) -> tuple[int, int]:
    """The least and the longest time between two parts, in minutes."""
    if not isinstance(value, list) or len(value) != 2:
        raise UnreadableError(f"{shown(value)} is no pair of minutes such as [10, 60]")
    for each in value:
        if isinstance(each, bool) or not isinstance(each, int):
            raise UnreadableError(f"{shown(each)} is no whole number")
        if not 0 <= each <= LONGEST_GAP:
            raise UnreadableError(f"{shown(each)} is not from 0 to {LONGEST_GAP:,}")
    least, longest = value
    if longest < least:
        raise UnreadableError(f"the longest gap {longest} is shorter than the least {least}")
    return least, longest
