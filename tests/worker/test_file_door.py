"""How the window gets into a file with accounts: nobody in without a password, and not again after a lock."""

import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from praxidesk.engine.outcomes import StoreFault
from praxidesk.engine.roles import ANYBODY, StaffRole
from praxidesk.engine.sign_in import NotSignedIn, SignInRefused
from praxidesk.models import password_hash
from praxidesk.models.journal_queries import JournalFilter
from praxidesk.models.sqlite.key_file import key_file_of
from praxidesk.models.store import Store
from praxidesk.services.accounts import Accounts
from praxidesk.services.encryption import encrypt
from praxidesk.services.journal import newest_lines
from praxidesk.worker.access import AccessFailed
from praxidesk.worker.file_door import FileDoor
from praxidesk.worker.opening import StoreAt
from praxidesk.worker.questions.places import UpgradeFile
from praxidesk.worker.questions.signing_in import (
    AskSignInForm,
    ChangePassword,
    Lock,
    PasswordFault,
    Remembering,
    SignIn,
    SignInForm,
    SignOut,
)
from tests.older_file import take_back
from tests.small_practice import put_into
from tests.stores import Stores

NOW = 1_800_000_000
RIGHT, OTHER = "Grüße-Ⅸ-aus-Łódź", "ganz-etwas-anderes"
WRONG = SignInRefused(NotSignedIn.WRONG)


@pytest.fixture
def place(stores: Stores, monkeypatch: pytest.MonkeyPatch) -> Iterator[StoreAt]:
    """The small practice in a file, with two accounts."""
    monkeypatch.setattr(password_hash, "MEMORY_KIB", 64)
    with stores.url("sqlite") as url, closing(Store.open(url)) as store:
        put_into(store)
        accounts = Accounts(store)
        accounts.add("chefin", StaffRole.ADMIN, RIGHT, now=NOW)
        accounts.add("weber", StaffRole.PRACTITIONER, RIGHT, "WEB", now=NOW)
        yield StoreAt(url)


def shut(place: StoreAt) -> bool:
    """Whether nobody gets in."""
    with pytest.raises(AccessFailed) as refused:
        place()
    return refused.value.fault is StoreFault.SIGN_IN


def fault_of_opening(work: Callable[[], object]) -> StoreFault:
    with pytest.raises(AccessFailed) as refused:
        work()
    return refused.value.fault


def file_of(place: StoreAt) -> Path:
    return Path(place.premises.at)


@pytest.mark.parametrize("is_encrypted", [False, True])
def test_one_signs_in_is_known_by_name_and_role_and_locks(place: StoreAt, is_encrypted: bool) -> None:
    if is_encrypted:
        pytest.importorskip("sqlcipher3")
        encrypt(file_of(place), "chefin", RIGHT, NOW, wipes=True)
        with closing(Store.open(str(file_of(place)))) as store:
            Accounts(store).set_password("weber", RIGHT, NOW)
        place.prepare(Lock(), NOW)
    assert shut(place)
    assert shut(place)
    assert place.prepare(AskSignInForm("weber"), NOW) == SignInForm("weber", Remembering.NOT_HERE)
    assert place.prepare(SignIn("weber", OTHER), NOW) == WRONG
    assert place.prepare(SignIn("nobody", OTHER), NOW) == WRONG
    assert shut(place)
    assert place.prepare(SignIn("weber", RIGHT), NOW) is None
    with closing(place()) as access:
        person = access.person
        assert (person.login, person.role) == ("weber", StaffRole.PRACTITIONER)
        assert person.name == "Dr. med. Lena Weber"
        assert person.practitioner == access.practice().actor_ids["WEB"]
    assert place.prepare(ChangePassword(OTHER, OTHER), NOW) is PasswordFault.WRONG
    for wanted, fault in (
        ("kurz", PasswordFault.TOO_SHORT),
        ("hallo-WEBER-12", PasswordFault.HOLDS_LOGIN),
        ("mit\ttabulator", PasswordFault.UNTYPABLE),
    ):
        assert place.prepare(ChangePassword(RIGHT, wanted), NOW) is fault
    assert place.prepare(ChangePassword(RIGHT, OTHER), NOW) is None
    for leaving in (Lock(), SignOut()):
        place.prepare(leaving, NOW)
        assert shut(place)
        assert place.prepare(ChangePassword(OTHER, RIGHT), NOW) is PasswordFault.NOT_SET_UP
        assert place.prepare(SignIn("weber", RIGHT), NOW) == WRONG
        assert place.prepare(SignIn("weber", OTHER), NOW) is None
    place().close()
    with closing(Store.open(str(file_of(place)))) as store:
        assert {seal.login for seal, _ in newest_lines(store, JournalFilter(), 1)} == {"weber"}


def test_wrong_passwords_wait_by_the_machines_clock_whatever_counts_as_now(place: StoreAt) -> None:
    now = [float(NOW)]
    door = FileDoor(file_of(place), lambda: now[0])
    for _ in range(4):
        assert door.sign_in("weber", OTHER) == WRONG
    assert door.sign_in("weber", OTHER) == SignInRefused(NotSignedIn.WRONG, NOW + 30)
    assert door.sign_in("weber", RIGHT) == SignInRefused(NotSignedIn.WAITING, NOW + 30)
    # The window's own door counts on, and its now is not asked.
    waits = place.prepare(SignIn("weber", RIGHT), NOW + 10**9)
    assert isinstance(waits, SignInRefused)
    assert waits.why is NotSignedIn.WAITING
    now[0] += 30
    assert door.sign_in("weber", RIGHT) is None


def test_what_a_command_draws_asks_nobody_but_of_an_encrypted_file_its_key(place: StoreAt) -> None:
    pytest.importorskip("sqlcipher3")
    for _ in range(2):
        with closing(StoreAt(place.premises.at, reads_only=True)()) as access:
            assert access.person == ANYBODY
        if not key_file_of(file_of(place)).exists():
            encrypt(file_of(place), "chefin", RIGHT, NOW, wipes=True)
    place.prepare(Lock(), NOW)
    assert shut(StoreAt(place.premises.at, reads_only=True))


def test_who_is_locked_or_taken_out_meanwhile_gets_in_no_more(place: StoreAt) -> None:
    assert place.prepare(SignIn("weber", RIGHT), NOW) is None
    with closing(Store.open(str(file_of(place)))) as store:
        Accounts(store).lock("weber")
        assert shut(place)
        assert place.prepare(SignIn("weber", RIGHT), NOW) == SignInRefused(NotSignedIn.LOCKED)
        Accounts(store).remove("weber")
        assert place.prepare(SignIn("chefin", RIGHT), NOW) is None
        Accounts(store).remove("chefin")
    # With the last account the question goes, too.
    assert shut(place)
    assert place.prepare(SignIn("chefin", RIGHT), NOW) is None
    with closing(place()) as access:
        assert access.person == ANYBODY


def test_an_encrypted_file_of_an_older_program_is_upgraded_by_who_brings_out_its_key(place: StoreAt) -> None:
    pytest.importorskip("sqlcipher3")
    file = file_of(place)
    encrypt(file, "chefin", RIGHT, NOW, wipes=True)
    take_back(file)
    place.prepare(Lock(), NOW)
    before = file.read_bytes()
    assert shut(place)
    assert fault_of_opening(lambda: place.prepare(UpgradeFile(), NOW)) is StoreFault.SIGN_IN
    assert place.prepare(SignIn("chefin", OTHER), NOW) == WRONG
    assert shut(place)
    assert place.prepare(SignIn("chefin", RIGHT), NOW) is None
    for _ in range(2):
        assert fault_of_opening(place) is StoreFault.TOO_OLD
    copy = Path(str(place.prepare(UpgradeFile(), NOW)))
    with closing(place()) as access:
        assert access.person.login == "chefin"
    with closing(Store.open(str(file))) as store:
        seal, line = newest_lines(store, JournalFilter(), 1)[0]
        assert seal.login == "chefin"
        assert line.subject == "account"
    # As it was it stays, and is opened by the same password.
    assert copy.read_bytes() == before
    assert stat.S_IMODE(key_file_of(copy).stat().st_mode) == 0o600
    beside = StoreAt(str(copy))
    assert beside.prepare(SignIn("chefin", RIGHT), NOW) is None
    assert fault_of_opening(beside) is StoreFault.TOO_OLD
    # Who locks in between has to say again who they are.
    beside.prepare(Lock(), NOW)
    assert shut(beside)
