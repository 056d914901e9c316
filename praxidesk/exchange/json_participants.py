"""Who takes part, as requests and answers name them."""

from collections.abc import Iterable

from praxidesk.engine.requests import Participant
from praxidesk.engine.vocabulary import Role
from praxidesk.exchange.names import Names


def participant_objects(participants: Iterable[Participant], names: Names) -> list[dict[str, object]]:
    """As a request names them, so that what is offered can be booked as it is."""
    found: list[dict[str, object]] = []
    for each in participants:
        if each.role is Role.PATIENT:
            continue
        values: dict[str, object] = {"actor": names.code(each.actor), "role": each.role.value}
        if each.from_minute is not None:
            values["from"] = each.from_minute
        if each.minutes is not None:
            values["minutes"] = each.minutes
        found.append(values)
    return found
