"""``praxidesk store encrypt`` and everything after it: the environment names who opens the store."""

import time
from pathlib import Path

import pytest

from praxidesk.models import password_hash
from praxidesk.models.sqlite import keys_in_hand
from praxidesk.services.sign_in import recover
from tests.cli.conftest import PRACTICE, Ran, Shell
from tests.older_file import take_back
from tests.stores import Stores

pytest.importorskip("sqlcipher3", reason="the optional extra praxidesk[encrypted]")

PASSWORD, OTHER = "Grüße-Ⅸ-aus-Łódź", "another-word-1"


def test_a_store_is_encrypted_opened_recovered_and_decrypted(  # noqa: PLR0915 - one journey
    shell: Shell, stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(password_hash, "MEMORY_KIB", 64)
    anna = {"PRAXIDESK_LOGIN": "anna", "PRAXIDESK_PASSWORD": OTHER}
    environment = {"PRAXIDESK_LOGIN": "chefin", "PRAXIDESK_PASSWORD": PASSWORD}

    def run(*arguments: str, text: str = "", **variables: str) -> Ran:
        """As a process of its own would: with nothing in hand from before."""
        keys_in_hand.drop(file)
        with monkeypatch.context() as patch:
            for name, value in variables.items():
                patch.setenv(name, value)
            ran = shell.run(*arguments, text=text)
        assert PASSWORD not in ran.out + ran.err
        return ran

    with stores.url("sqlite") as url:
        shell.store, file = url, Path(url)
        assert shell.run("setup", str(PRACTICE)).status == 0
        for name, role in (("chefin", "admin"), ("anna", "reception")):
            assert run("user", "add", name, "--role", role, text=PASSWORD).status == 0
        assert "--keep-plain leaves it beside" in run("store", "encrypt", **environment).err
        assert "PRAXIDESK_LOGIN" in run("store", "encrypt", "--wipe-plain").err
        wrong = run("store", "encrypt", "--wipe-plain", **environment | {"PRAXIDESK_PASSWORD": OTHER})
        assert (wrong.status, wrong.out) == (2, "")
        done = run("store", "encrypt", "--wipe-plain", **environment)
        assert (done.status, done.err) == (0, "")
        assert "may still hold it" in done.out
        assert "anna cannot open it yet" in done.out
        recovery = next(line.split()[1] for line in done.out.splitlines() if line.startswith("recovery"))

        closed = run("journal", "verify")
        assert (closed.status, closed.out) == (2, "")
        assert "asks who opens it" in closed.err
        assert "asks who opens it" in run("setup", str(PRACTICE)).err
        assert run("setup", str(PRACTICE), **environment).out.startswith("0 created, 0 changed")
        assert "not its password" in run("journal", "verify", **anna).err
        assert run("journal", "verify", **environment).out.startswith("whole: ")
        assert ", encrypted" in run("store", "status", **environment).out
        # An older program's: its password is enough to bring it up to date, and to nothing else before.
        recover(file, recovery, int(time.time()))
        take_back(file)
        assert "run praxidesk store upgrade" in run("journal", "verify", **environment).err
        assert (
            "not its password" in run("store", "upgrade", **environment | {"PRAXIDESK_PASSWORD": OTHER}).err
        )
        upgraded = run("store", "upgrade", **environment)
        assert (upgraded.status, upgraded.err) == (0, "")
        assert upgraded.out.startswith("upgraded ")
        assert run("journal", "verify", **environment).out.startswith("whole: ")
        assert "encrypted already" in run("store", "encrypt", "--wipe-plain", **environment).err
        assert "needs a password" in run("user", "list", **environment).out
        assert run("user", "password", "anna", text=OTHER, PRAXIDESK_RECOVERY_KEY=recovery).status == 0
        assert run("user", "lock", "anna", **environment).status == 0
        assert "missing   a new password" in run("user", "unlock", "anna", **environment).out
        gone = run("user", "remove", "anna", **environment)
        assert gone.out == "removed   anna\n" + gone.out.splitlines()[-1] + "\n"
        assert "praxidesk store renew-key" in gone.out
        assert run("user", "add", "anna", "--role", "reception", text=OTHER, **environment).status == 0
        renewed = run("store", "renew-key", **environment)
        assert (renewed.status, renewed.err) == (0, "")
        assert "anna cannot open it yet" in renewed.out
        assert recovery not in renewed.out
        assert "not its password" in run("store", "decrypt", PRAXIDESK_RECOVERY_KEY="A" * 32).err
        assert run("store", "decrypt", **environment).out == f"decrypted  {file}\n"
        assert run("journal", "verify").status == 0
    shell.store = "postgresql://nobody@localhost/x"
    assert "only a store in a file" in shell.run("store", "encrypt", "--wipe-plain").err
