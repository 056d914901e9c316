"""An administrator lets people in and locks them out from the window, of a file and of a server."""

from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest

from praxidesk.engine.logins import (
    AddLogin,
    EditLogin,
    KnownLogin,
    LockLogin,
    LoginDeed,
    LoginFault,
    LoginKeeping,
    LoginList,
    LoginRefused,
    LoginState,
    RemoveLogin,
    RenewPassword,
    UnlockLogin,
)
from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.passwords import PasswordFlaw
from praxidesk.engine.roles import StaffRole
from praxidesk.models import password_hash
from praxidesk.models.journal_queries import JournalFilter
from praxidesk.models.server import scram
from praxidesk.models.server import users as server_users
from praxidesk.models.server.admin import server_address
from praxidesk.models.server.setup import set_up
from praxidesk.models.store import Store
from praxidesk.services.encryption import encrypt
from praxidesk.services.journal import newest_lines
from praxidesk.worker.access import AccessFailed
from praxidesk.worker.opening import StoreAt
from praxidesk.worker.questions.logins import AskLogins, ChangeLogins
from praxidesk.worker.questions.signing_in import Lock, SignIn
from tests.small_practice import put_into
from tests.statement_log import StatementLog
from tests.stores import Stores

NOW = 1_800_000_000
BOSS, RIGHT, OTHER = "Grüße-Ⅸ-aus-Łódź", "vier-worte-ohne-sinn", "ganz-etwas-anderes"
R = StaffRole
PASSWORDS = (BOSS, RIGHT, OTHER)


@pytest.fixture
def place(stores: Stores, monkeypatch: pytest.MonkeyPatch) -> Iterator[StoreAt]:
    """The small practice in a file, which asks nobody."""
    monkeypatch.setattr(password_hash, "MEMORY_KIB", 64)
    with stores.url("sqlite") as url:
        with closing(Store.open(url)) as store:
            put_into(store)
        yield StoreAt(url)


def asked(place: StoreAt, present: str = BOSS) -> LoginList | LoginRefused:
    answer = place.prepare(AskLogins(present), NOW)
    assert isinstance(answer, LoginList | LoginRefused)
    return answer


def done(place: StoreAt, deed: LoginDeed, present: str = BOSS) -> LoginList | LoginRefused:
    question = ChangeLogins(deed, present)
    assert not any(secret in repr(question) for secret in PASSWORDS)
    answer = place.prepare(question, NOW)
    assert isinstance(answer, LoginList | LoginRefused)
    return answer


def told(answer: LoginList | LoginRefused) -> dict[str, KnownLogin]:
    assert isinstance(answer, LoginList), answer
    return {each.login: each for each in answer.logins}


def why(answer: LoginList | LoginRefused) -> LoginFault | PasswordFlaw:
    assert isinstance(answer, LoginRefused), answer
    return answer.why


def test_accounts_are_introduced_in_a_file_and_kept_by_an_administrator(place: StoreAt) -> None:
    assert asked(place, "") == LoginList(LoginKeeping.FILE, ())
    anna = AddLogin("anna", R.RECEPTION, RIGHT)
    assert why(done(place, anna, "")) is LoginFault.FIRST_IS_ADMIN
    assert list(told(done(place, AddLogin("chefin", R.ADMIN, BOSS), ""))) == ["chefin"]

    # From now on nobody gets at them who has not signed in, as an administrator, under the own password.
    assert why(asked(place)) is LoginFault.NOT_ALLOWED
    assert place.prepare(SignIn("chefin", BOSS), NOW) is None
    assert why(asked(place, "")) is LoginFault.WRONG_PASSWORD
    assert why(done(place, anna, OTHER)) is LoginFault.WRONG_PASSWORD
    known = asked(place)
    assert isinstance(known, LoginList)
    assert known.own == "chefin"
    signed_in_at = told(known)["chefin"].signed_in_at
    assert list(told(done(place, anna))) == ["anna", "chefin"]
    weber = told(done(place, AddLogin("weber", R.PRACTITIONER, RIGHT, "WEB")))["weber"]
    assert (weber.role, weber.practitioner, weber.signed_in_at) == (R.PRACTITIONER, "WEB", None)
    refused: dict[LoginDeed, LoginFault | PasswordFlaw] = {
        AddLogin("anna", R.VIEWER, RIGHT): LoginFault.TAKEN,
        AddLogin("Bea", R.VIEWER, RIGHT): LoginFault.BAD_LOGIN,
        AddLogin("bea", R.VIEWER, "kurz"): PasswordFlaw.TOO_SHORT,
        AddLogin("bea", R.PRACTITIONER, RIGHT): LoginFault.NO_PRACTITIONER,
        AddLogin("bea", R.PRACTITIONER, RIGHT, "R1"): LoginFault.NO_PRACTITIONER,
        RenewPassword("anna", "hallo-ANNA-1234"): PasswordFlaw.HOLDS_LOGIN,
        RenewPassword("nobody", RIGHT): LoginFault.UNKNOWN,
        UnlockLogin("nobody"): LoginFault.UNKNOWN,
        LockLogin("chefin"): LoginFault.ONESELF,
        RemoveLogin("chefin"): LoginFault.ONESELF,
        EditLogin("chefin", R.RECEPTION): LoginFault.ONESELF,
    }
    assert {deed: why(done(place, deed)) for deed in refused} == refused

    assert told(done(place, EditLogin("anna", R.ADMIN)))["anna"].role is R.ADMIN
    assert told(done(place, EditLogin("anna", R.RECEPTION)))["anna"].role is R.RECEPTION
    assert told(done(place, RenewPassword("anna", OTHER)))["anna"].state is LoginState.OPEN
    assert told(done(place, LockLogin("anna")))["anna"].state is LoginState.LOCKED
    assert told(done(place, UnlockLogin("anna")))["anna"].state is LoginState.OPEN
    for _ in range(5):
        place.prepare(SignIn("anna", BOSS), NOW)
    waits = told(asked(place))["anna"]
    assert waits.state is LoginState.WAITING
    assert waits.until is not None
    assert told(done(place, UnlockLogin("anna")))["anna"].until is None
    assert told(asked(place))["chefin"].signed_in_at == signed_in_at  # nobody began to work anew
    assert "anna" not in told(done(place, RemoveLogin("anna")))
    with closing(Store.open(place.premises.at)) as store:
        lines = newest_lines(store, JournalFilter(), 100)
        assert lines[0][0].login == "chefin"
        said = "".join(f"{line.before}{line.after}" for _, line in lines)
    assert not any(secret in said for secret in PASSWORDS)

    # Wrong passwords count here as at the door, and who is no administrator gets nothing done.
    for _ in range(4):
        assert why(asked(place, OTHER)) is LoginFault.WRONG_PASSWORD
    fifth = asked(place, OTHER)
    assert isinstance(fifth, LoginRefused)
    assert fifth.until is not None
    assert why(asked(place)) is LoginFault.WAITING
    assert place.prepare(SignIn("weber", RIGHT), NOW) is None
    assert why(asked(place, RIGHT)) is LoginFault.NOT_ALLOWED
    assert why(done(place, RemoveLogin("chefin"), RIGHT)) is LoginFault.NOT_ALLOWED
    place.prepare(Lock(), NOW)
    with pytest.raises(AccessFailed) as shut:
        asked(place)
    assert shut.value.fault is StoreFault.SIGN_IN


def test_of_an_encrypted_file_a_new_password_is_a_key(place: StoreAt) -> None:
    pytest.importorskip("sqlcipher3")
    done(place, AddLogin("chefin", R.ADMIN, BOSS), "")
    assert place.prepare(SignIn("chefin", BOSS), NOW) is None
    done(place, AddLogin("anna", R.RECEPTION, RIGHT))
    encrypt(Path(place.premises.at), "chefin", BOSS, NOW, wipes=True)
    place.prepare(Lock(), NOW)
    assert place.prepare(SignIn("chefin", BOSS), NOW) is None
    known = asked(place)
    assert isinstance(known, LoginList)
    assert known.is_encrypted
    assert told(known)["anna"].state is LoginState.WITHOUT_KEY
    assert told(done(place, RenewPassword("anna", OTHER)))["anna"].state is LoginState.OPEN
    place.prepare(Lock(), NOW)
    assert place.prepare(SignIn("anna", OTHER), NOW) is None


@pytest.fixture
def server(stores: Stores) -> Iterator[str]:
    """A server set up, with the small practice in it and a further site."""
    with stores.new("postgresql") as store:
        put_into(store)
        url = store.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
        set_up(server_address(url))
        with psycopg.connect(url, autocommit=True) as superuser:
            superuser.execute(
                "INSERT INTO site (code, name, timezone, holidays)"
                " SELECT 'OST', 'Ost', timezone, '' FROM site"
            )
            yield url
            for (name,) in superuser.execute("SELECT name FROM praxi_access.login").fetchall():
                superuser.execute(f"DROP ROLE {name}".encode())


def at(server: str, login: str, password: str) -> StoreAt:
    """A window under that login."""
    return StoreAt(f"postgresql://{login}:{quote(password)}@" + server.rpartition("@")[2])


def test_an_administrators_login_is_all_that_a_server_asks_for(
    server: str, statements: StatementLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_users, "verifier", cache(scram.verifier))  # each takes half a second
    # The server's own administrator is nobody's login, and makes the first one.
    superuser = StoreAt(server)
    assert asked(superuser, "") == LoginList(LoginKeeping.SERVER, ())
    assert told(done(superuser, AddLogin("chefin", R.ADMIN, BOSS, name="Dr. Eva Roth"), ""))
    assert why(done(superuser, RemoveLogin("chefin"), "")) is LoginFault.LAST_ADMIN

    with psycopg.connect(server, autocommit=True) as admin:
        # With fewer rounds from now on: they cost half a second at each of the many questions.
        kept = admin.execute("SELECT rolpassword FROM pg_authid WHERE rolname = 'chefin'").fetchone()
        admin.execute(f"ALTER ROLE chefin PASSWORD '{BOSS}'".encode())
    assert kept is not None
    assert kept[0].startswith("SCRAM-SHA-256$600000:")
    window = at(server, "chefin", BOSS)
    assert why(asked(window, "")) is LoginFault.WRONG_PASSWORD  # the one in hand is not enough
    assert why(asked(window, OTHER)) is LoginFault.WRONG_PASSWORD
    known = asked(window)
    assert isinstance(known, LoginList)
    assert (known.keeping, known.own) == (LoginKeeping.SERVER, "chefin")
    assert known.logins[0].name == "Dr. Eva Roth"
    added = told(done(window, AddLogin("anna", R.RECEPTION, RIGHT, "", "Anna Beck", ("OST",))))["anna"]
    assert (added.name, added.sites, added.state) == ("Anna Beck", ("OST",), LoginState.OPEN)
    assert "weber" in told(done(window, AddLogin("weber", R.PRACTITIONER, RIGHT, "WEB")))
    refused: dict[LoginDeed, LoginFault | PasswordFlaw] = {
        AddLogin("anna", R.VIEWER, RIGHT): LoginFault.TAKEN,
        AddLogin("Bea", R.VIEWER, RIGHT): LoginFault.BAD_LOGIN,
        AddLogin("bea", R.VIEWER, "kurz"): PasswordFlaw.TOO_SHORT,
        AddLogin("bea", R.PRACTITIONER, RIGHT, "R1"): LoginFault.NO_PRACTITIONER,
        AddLogin("bea", R.VIEWER, RIGHT, sites=("WEST",)): LoginFault.NO_SITE,
        AddLogin("bea", R.ADMIN, RIGHT, sites=("OST",)): LoginFault.ADMIN_SEES_ALL,
        EditLogin("anna", R.ADMIN, name="Anna Beck", sites=("OST",)): LoginFault.ROLE_STAYS,
        EditLogin("anna", R.RECEPTION, name="Anna\tBeck", sites=("OST",)): LoginFault.BAD_NAME,
        EditLogin("anna", R.RECEPTION, name="Anna\tBeck"): LoginFault.BAD_NAME,
        EditLogin("anna", R.RECEPTION, name="Anna Beck-Kurz", sites=("WEST",)): LoginFault.NO_SITE,
        RenewPassword("nobody", RIGHT): LoginFault.UNKNOWN,
        LockLogin("chefin"): LoginFault.ONESELF,
    }
    assert {deed: why(done(window, deed)) for deed in refused} == refused
    assert told(asked(window))["anna"] == added  # all of it or nothing

    edited = told(done(window, EditLogin("anna", R.RECEPTION, name="Anna Beck-Kurz")))["anna"]
    assert (edited.name, edited.sites) == ("Anna Beck-Kurz", ())
    desk = psycopg.conninfo.make_conninfo(server, user="anna", password=RIGHT)
    with psycopg.connect(desk) as at_desk:
        assert told(asked(window))["anna"].sessions == 1
        assert told(done(window, LockLogin("anna")))["anna"].state is LoginState.LOCKED
        with pytest.raises(psycopg.OperationalError):
            at_desk.execute("SELECT 1")
    assert told(done(window, UnlockLogin("anna")))["anna"].state is LoginState.OPEN
    with psycopg.connect(server, autocommit=True) as admin:
        # A watcher of the server's log ends a login so; whoever unlocks it lets it in.
        admin.execute("ALTER ROLE anna VALID UNTIL '2020-01-01'")
        assert told(asked(window))["anna"].state is LoginState.LOCKED
        assert told(done(window, UnlockLogin("anna")))["anna"].state is LoginState.OPEN
        admin.execute("ALTER ROLE anna NOLOGIN VALID UNTIL '2999-01-01'")
        assert told(done(window, UnlockLogin("anna")))["anna"].state is LoginState.OPEN
        ends = admin.execute("SELECT rolvaliduntil::date::text FROM pg_roles WHERE rolname = 'anna'")
        assert ends.fetchone() == ("2999-01-01",)
    done(window, RenewPassword("anna", OTHER))
    psycopg.connect(psycopg.conninfo.make_conninfo(desk, password=OTHER)).close()
    assert why(asked(at(server, "anna", OTHER), OTHER)) is LoginFault.NOT_ALLOWED
    assert "anna" not in told(done(window, RemoveLogin("anna")))
    wire = repr(statements) + repr(statements.parameters)
    assert not any(secret in wire for secret in PASSWORDS)


def test_a_server_of_one_login_has_none_to_show(stores: Stores) -> None:
    with stores.url("postgresql") as url:
        assert why(asked(StoreAt(url), "")) is LoginFault.NOT_SET_UP
