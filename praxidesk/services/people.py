"""Who works with the store, under the name by which the practice knows them."""

from praxidesk.engine.roles import ANYBODY, Person
from praxidesk.models.people_queries import own_login
from praxidesk.services.desk import Desk


def person_of(desk: Desk) -> Person:
    """Whose login the store was opened with; where nobody has a role, anybody.

    :raises StoreUnavailable: where the store does not answer
    """
    with desk.store.read() as connection:
        login = own_login(connection)
    if login is None:
        return ANYBODY
    known = desk.practice.actors.get(login.practitioner) if login.practitioner is not None else None
    name = login.full_name or (known.name if known is not None else login.name)
    return Person(login.name, name, login.role, login.practitioner, login.valid_until)
