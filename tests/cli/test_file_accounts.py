"""``praxidesk user`` on a store in a file."""

import pytest

from praxidesk.models import password_hash
from tests.cli.conftest import PRACTICE, Ran, Shell
from tests.stores import Stores

PASSWORD = "Grüße-Ⅸ-aus-Łódź"


def test_people_are_let_in_listed_locked_and_taken_away(
    shell: Shell, stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(password_hash, "MEMORY_KIB", 64)

    def user(*arguments: str, password: str = PASSWORD) -> Ran:
        ran = shell.run("user", *arguments, text=password + "\n")
        assert password not in ran.out + ran.err
        return ran

    with stores.url("sqlite") as url:
        shell.store = url
        assert shell.run("setup", str(PRACTICE)).status == 0
        assert user("list").out == "no accounts: nobody is asked for a password\n"
        assert "first account must be" in user("add", "anna", "--role", "reception").err
        assert user("add", "chefin", "--role", "admin").out == "added     chefin as admin\n"
        assert user("add", "weber", "--role", "practitioner", "--practitioner", "WEB").status == 0
        assert user("add", "anna", "--role", "viewer").status == 0
        assert user("role", "anna", "--role", "reception").out == "changed   anna to reception\n"
        assert user("lock", "anna").out == "locked    anna\n"
        assert [line.split() for line in user("list").out.splitlines()[1:]] == [
            ["anna", "reception", "locked", "never"],
            ["chefin", "admin", "open", "never"],
            ["weber", "practitioner", "WEB", "open", "never"],
        ]
        assert user("list", "--store", url).out == user("list").out
        assert user("unlock", "anna").out == "unlocked  anna\n"
        assert user("password", "anna", password="another-word-1").status == 0
        refused = user("remove", "chefin")
        assert (refused.status, refused.out) == (2, "")
        assert "chefin is the last administrator" in refused.err
        assert user("add", "bea", "--role", "viewer", password="kurz").status == 2
        for name in ("anna", "weber"):
            assert user("remove", name).status == 0
        assert "nobody is asked for a password any more" in user("remove", "chefin").out
        # The commands of the practice ask nobody: who may write the file may do anything.
        assert shell.run("journal", "verify").status == 0
