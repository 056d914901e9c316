"""A server with rights, a practice and some bookings in it, and one login for each role."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

import psycopg
from sqlalchemy import make_url

from praxidesk.engine.entries import Entry
from praxidesk.engine.requests import NewPatient
from praxidesk.models.server.admin import server_address
from praxidesk.models.server.roles import EVERYBODY, StaffRole
from praxidesk.models.server.setup import set_up
from praxidesk.models.store import PATIENCE_MS, Store
from praxidesk.services.desk import Desk
from tests.services.diary import Diary, entry_of
from tests.stores import Stores

PASSWORD = "test-only"
SECRETS = ("Zwölfender", "Hüftgelenk-geheim", "Bandscheibe-geheim", "Teamsitzung")
"""A patient's name, a note, why somebody was fitted in, and what a meeting is."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where it is, and what stands in its calendar."""

    url: str
    of_koc: Entry
    of_weber: Entry
    operation: Entry

    def as_(self, role: StaffRole) -> str:
        """The address with the login of a role."""
        login = make_url(self.url).set(username=login_of(role), password=PASSWORD)
        return login.render_as_string(hide_password=False)

    @contextmanager
    def diary(self, role: StaffRole, patience_ms: int = PATIENCE_MS) -> Iterator[Diary]:
        """The program under the login of a role."""
        store = Store.open(self.as_(role), patience_ms=patience_ms)
        try:
            desk = Desk.open(store)
            yield Diary(desk, desk.zone.instant(_FRIDAY_NOON))
        finally:
            store.close()


def login_of(role: StaffRole) -> str:
    """Its login; the practitioner's is Dr. Weber's."""
    return f"test_{role.value}"


@contextmanager
def server(stores: Stores) -> Iterator[Server]:
    """Made once for a module: nobody may leave anything behind in it that others could stumble over."""
    with stores.url("postgresql") as url:
        set_up(server_address(url))
        store = Store.open(url)
        try:
            diary = Diary.begun_in(store)
            who = NewPatient(SECRETS[0], "Hanna", date(1970, 5, 1))
            of_koc = entry_of(diary.book("08:00", note=SECRETS[1], patient=who))
            entry_of(diary.book("08:10", "R2 KOC", override_reason=SECRETS[2]))
            entry_of(diary.ask(diary.blockout("12:00", reason=SECRETS[3])))
            of_weber = entry_of(diary.book("08:00", "WEB", note=SECRETS[1], patient="P-1001"))
            operation = entry_of(diary.ask(diary.operation("14:00", patient="P-1002")))
        finally:
            store.close()
        with psycopg.connect(url, autocommit=True) as superuser:
            for role in StaffRole:
                login = login_of(role)
                superuser.execute(
                    f"CREATE ROLE {login} LOGIN PASSWORD '{PASSWORD}'"
                    f" IN ROLE {EVERYBODY}, {role.group}".encode()
                )
                practitioner = f"(SELECT id FROM actor WHERE code = 'WEB' AND '{role}' = 'practitioner')"
                superuser.execute(
                    f"INSERT INTO praxi_access.login VALUES ('{login}', '{role}', {practitioner})".encode()
                )
            viewer = login_of(StaffRole.VIEWER)
            superuser.execute(f"ALTER ROLE {viewer} SET search_path = praxi_viewer, public".encode())
        yield Server(url, of_koc, of_weber, operation)
    for role in StaffRole:
        stores.cluster.run(f"DROP ROLE {login_of(role)}")


_FRIDAY_NOON = datetime(2026, 11, 20, 12)
