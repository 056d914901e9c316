"""Accounts of a store in a file: who gets in, who waits, and what the journal says of it."""

import json
import sqlite3
from collections.abc import Iterator
from threading import Barrier, Thread

import pytest

from praxidesk.engine.journal import Deed
from praxidesk.engine.sign_in import NotSignedIn, SignedIn, SignInRefused
from praxidesk.models import password_hash
from praxidesk.models.journal_queries import JournalFilter
from praxidesk.models.server.roles import StaffRole
from praxidesk.models.sqlite.journal import client, login
from praxidesk.models.store import Store
from praxidesk.services.accounts import AccountRefused, Accounts
from praxidesk.services.journal import newest_lines, prove
from tests.small_practice import put_into
from tests.statement_log import StatementLog
from tests.stores import Stores

NOW = 1_800_000_000
RIGHT, OTHER = "Grüße-Ⅸ-aus-Łódź", "ganz-etwas-anderes"


@pytest.fixture
def file(stores: Stores) -> Iterator[Store]:
    """A store in a file, with the small practice in it."""
    with stores.new("sqlite") as store:
        put_into(store)
        yield store


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords that cost next to nothing, where many are tried."""
    monkeypatch.setattr(password_hash, "MEMORY_KIB", 64)
    monkeypatch.setattr(password_hash, "NOBODYS", "")


@pytest.fixture
def accounts(file: Store, cheap: None) -> Accounts:
    """With an administrator and somebody at the desk."""
    made = Accounts(file)
    made.add("chefin", StaffRole.ADMIN, RIGHT, now=NOW)
    made.add("anna", StaffRole.RECEPTION, RIGHT, now=NOW)
    return made


def lines_of_accounts(store: Store) -> list[tuple[str, Deed, dict[str, object]]]:
    """Who, what, and the row afterwards; the oldest first."""
    found = newest_lines(store, JournalFilter(), 100)
    return [
        (seal.login, line.deed, json.loads(line.after or line.before or "{}"))
        for seal, line in reversed(found)
        if line.subject == "account"
    ]


def test_a_store_without_accounts_asks_nobody_and_one_with_them_does(file: Store, store: Store) -> None:
    accounts = Accounts(file)
    assert not accounts.needs_sign_in()
    assert isinstance(accounts.sign_in("anna", RIGHT, NOW), SignInRefused)
    with pytest.raises(AccountRefused, match="first account must be one of the role admin"):
        accounts.add("anna", StaffRole.RECEPTION, RIGHT, now=NOW)
    accounts.add("chefin", StaffRole.ADMIN, RIGHT, now=NOW)
    assert accounts.needs_sign_in()
    if store.dialect == "postgresql":
        assert not Accounts(store).needs_sign_in()
        with pytest.raises(AccountRefused, match="logins"):
            Accounts(store).add("chefin", StaffRole.ADMIN, RIGHT, now=NOW)


def test_a_password_is_kept_by_argon2id_with_its_parameters_and_nowhere_else(
    file: Store, statements: StatementLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert password_hash.NOBODYS.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert not password_hash.is_outdated(password_hash.NOBODYS)
    accounts = Accounts(file)
    accounts.add("chefin", StaffRole.ADMIN, RIGHT, now=NOW)
    with file.read() as connection:
        kept = connection.exec_driver_sql("SELECT password_hash FROM account").scalar_one()
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    # However the keyboard composes it.
    assert password_hash.fits(kept, "Gru\u0308\u00dfe-IX-aus-\u0141o\u0301dz\u0301")
    assert not password_hash.fits(kept, RIGHT + " ")
    assert not password_hash.fits("damaged", RIGHT)
    assert RIGHT not in repr(statements) + repr(statements.parameters)
    # Where the parameters grow, the next right password is hashed anew; a wrong one is not.
    monkeypatch.setattr(password_hash, "ROUNDS", 4)
    assert accounts.sign_in("chefin", OTHER, NOW) == SignInRefused(NotSignedIn.WRONG)
    assert accounts.sign_in("chefin", RIGHT, NOW) == SignedIn("chefin", "admin")
    with file.read() as connection:
        again = connection.exec_driver_sql("SELECT password_hash FROM account").scalar_one()
    assert again.startswith("$argon2id$v=19$m=65536,t=4,p=4$")
    told = "".join(f"{line.before}{line.after}" for _, line in newest_lines(file, JournalFilter(), 100))
    assert "argon2id" not in told


def test_wrong_passwords_make_one_wait_longer_and_longer_also_after_a_restart(
    accounts: Accounts, file: Store
) -> None:
    for _ in range(4):
        assert accounts.sign_in("anna", OTHER, NOW) == SignInRefused(NotSignedIn.WRONG)
    assert accounts.sign_in("anna", OTHER, NOW) == SignInRefused(NotSignedIn.WRONG, NOW + 30)
    restarted = Accounts(file)
    for now in (NOW, NOW + 29):
        assert restarted.sign_in("anna", RIGHT, now) == SignInRefused(NotSignedIn.WAITING, NOW + 30)
    # A clock set back does not let in early: the wait begins again.
    back = NOW - 86_400
    assert restarted.sign_in("anna", RIGHT, back) == SignInRefused(NotSignedIn.WAITING, back + 30)
    assert restarted.sign_in("anna", RIGHT, back + 29) == SignInRefused(NotSignedIn.WAITING, back + 30)
    assert restarted.sign_in("anna", OTHER, back + 30) == SignInRefused(NotSignedIn.WRONG, back + 90)
    assert restarted.sign_in("chefin", RIGHT, back) == SignedIn("chefin", "admin")
    assert restarted.sign_in("anna", RIGHT, back + 90) == SignedIn("anna", "reception")
    assert restarted.sign_in("anna", OTHER, back + 90) == SignInRefused(NotSignedIn.WRONG)
    for _ in range(5):
        restarted.sign_in("anna", OTHER, NOW)
    restarted.unlock("anna")
    assert restarted.sign_in("anna", RIGHT, NOW) == SignedIn("anna", "reception")


def test_a_login_that_does_not_exist_is_answered_like_a_wrong_password(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[str] = []
    fits = password_hash.fits

    def counted(kept: str, password: str) -> bool:
        looked_at.append(kept)
        return fits(kept, password)

    monkeypatch.setattr(password_hash, "fits", counted)
    known, unknown = ([accounts.sign_in(login, OTHER, NOW) for _ in range(7)] for login in ("anna", "nobody"))
    assert known == unknown
    assert len(looked_at) == 10
    assert known[-1] == SignInRefused(NotSignedIn.WAITING, NOW + 30)


def test_attempts_at_the_same_time_are_counted_one_by_one(accounts: Accounts, file: Store) -> None:
    start, answers = Barrier(8), []

    def guess() -> None:
        start.wait()
        answers.append(accounts.sign_in("anna", OTHER, NOW))

    threads = [Thread(target=guess) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert [answer.why for answer in answers if isinstance(answer, SignInRefused)].count(
        NotSignedIn.WRONG
    ) == 5


def test_the_last_administrator_stays(accounts: Accounts) -> None:
    for deed in (
        lambda: accounts.remove("chefin"),
        lambda: accounts.lock("chefin"),
        lambda: accounts.set_role("chefin", StaffRole.VIEWER),
    ):
        with pytest.raises(AccountRefused, match="chefin is the last administrator"):
            deed()
    accounts.set_role("anna", StaffRole.ADMIN)
    accounts.lock("anna")
    with pytest.raises(AccountRefused, match="last administrator"):
        accounts.set_role("chefin", StaffRole.RECEPTION)
    accounts.unlock("anna")
    accounts.set_role("chefin", StaffRole.PRACTITIONER, "WEB")
    assert [(each.login, each.role.value, each.practitioner) for each in accounts.listed()] == [
        ("anna", "admin", ""),
        ("chefin", "practitioner", "WEB"),
    ]
    # All of them may go: then nobody is asked.
    accounts.remove("chefin")
    accounts.remove("anna")
    assert not accounts.needs_sign_in()


def test_what_cannot_be_an_account_is_told_why(accounts: Accounts) -> None:
    for login_, role, password, code, said in (
        ("Anna", StaffRole.VIEWER, RIGHT, None, "cannot be a login"),
        ("anna", StaffRole.VIEWER, RIGHT, None, "an account anna already"),
        ("bea", StaffRole.VIEWER, "kurz", None, "10 characters or more"),
        ("bea", StaffRole.VIEWER, "x" * 1_001, None, "at most 1,000"),
        ("bea", StaffRole.VIEWER, "hallo-BEA-1234", None, "holds the name"),
        ("bea", StaffRole.PRACTITIONER, RIGHT, None, "goes with the role practitioner"),
        ("bea", StaffRole.VIEWER, RIGHT, "WEB", "goes with the role practitioner"),
        ("bea", StaffRole.PRACTITIONER, RIGHT, "R1", "no practitioner R1"),
    ):
        with pytest.raises(AccountRefused, match=said):
            accounts.add(login_, role, password, code, now=NOW)
    for deed in (accounts.remove, accounts.lock, accounts.unlock):
        with pytest.raises(AccountRefused, match="there is no account bea"):
            deed("bea")
    with pytest.raises(AccountRefused, match="10 characters"):
        accounts.change_own_password("anna", RIGHT, "kurz", NOW)
    assert accounts.change_own_password("anna", OTHER, OTHER, NOW) == SignInRefused(NotSignedIn.WRONG)
    assert accounts.change_own_password("anna", RIGHT, OTHER, NOW) == SignedIn("anna", "reception")
    assert accounts.sign_in("anna", OTHER, NOW) == SignedIn("anna", "reception")


def test_the_journal_names_who_signed_in_and_every_attempt_but_no_password(
    accounts: Accounts, file: Store
) -> None:
    accounts.sign_in("anna", OTHER, NOW)
    accounts.sign_in(OTHER, "typed-into-the-wrong-field", NOW)
    accounts.lock("anna")
    assert accounts.sign_in("anna", RIGHT, NOW) == SignInRefused(NotSignedIn.LOCKED)
    accounts.unlock("anna")
    accounts.sign_in("anna", RIGHT, NOW + 1)
    with file.write() as connection:
        connection.exec_driver_sql("UPDATE setting SET value = 'x' WHERE name = 'last_patient_number'")
        connection.exec_driver_sql("INSERT INTO setting (name, value) VALUES ('by', 'anna')")
    told = lines_of_accounts(file)[2:]
    machine = login()
    assert [
        (who, row.get("login"), row.get("failures"), row.get("signed_in_at")) for who, _, row in told
    ] == [
        (machine, "anna", 1, None),
        (machine, None, 1, None),
        (machine, "anna", 1, None),
        (machine, "anna", 2, None),
        (machine, "anna", 0, None),
        ("anna", "anna", 0, NOW + 1),
    ]
    (seal, _), *_ = newest_lines(file, JournalFilter(), 1)
    assert (seal.login, seal.client) == ("anna", f"{machine}@{client()}")
    assert all(OTHER not in repr(row) for _, _, row in told)
    accounts.set_password("anna", OTHER, NOW + 2)
    assert lines_of_accounts(file)[-1][2]["password"] == "new"
    accounts.remove("anna")
    assert [who for who, deed, _ in lines_of_accounts(file) if deed is Deed.DELETE] == ["anna"]
    file.sign_as(None)
    assert prove(file).is_whole


def test_who_changes_the_file_past_the_program_leaves_an_unsealed_line(
    accounts: Accounts, file: Store
) -> None:
    with file.read() as connection:
        found = connection.exec_driver_sql("SELECT file FROM pragma_database_list WHERE name = 'main'")
        other = sqlite3.connect(found.scalar_one())
    other.execute("UPDATE account SET password_hash = 'mine', role = 'admin' WHERE login = 'anna'")
    other.commit()
    other.close()
    assert prove(file).unsealed == 1
