"""A copy of a server: whole under the role made for it, and refused with an exit code under any other."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from praxidesk.models.server.roles import BACKUP, StaffRole
from praxidesk.models.store import Store
from praxidesk.services.journal import prove
from tests.models.desks_of_a_server import PASSWORD, Server, server
from tests.stores import Stores

NIGHTLY = "test_nightly"


@pytest.fixture
def served(stores: Stores) -> Iterator[Server]:
    with server(stores) as made:
        with psycopg.connect(made.url, autocommit=True) as connection:
            connection.execute(f"CREATE ROLE {NIGHTLY} LOGIN PASSWORD '{PASSWORD}' IN ROLE {BACKUP}".encode())
        yield made
        with psycopg.connect(made.url, autocommit=True) as connection:
            connection.execute(f"DROP ROLE {NIGHTLY}".encode())


def run(stores: Stores, program: str, url: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A program of the server's own version, with the password as a caller gives it."""
    address = make_url(url)
    given = {"PGHOST": address.host, "PGPORT": str(address.port), "PGUSER": address.username}
    given |= {"PGDATABASE": address.database, "PGPASSWORD": address.password}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return subprocess.run(
        [stores.cluster.binaries / program, *arguments],
        env=kept | {name: str(value) for name, value in given.items()},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_copy_is_whole_or_says_that_it_is_not(served: Server, stores: Stores, tmp_path: Path) -> None:
    file = tmp_path / "praxis.dump"
    nightly = make_url(served.url).set(username=NIGHTLY, password=PASSWORD)
    as_nightly = nightly.render_as_string(hide_password=False)
    dump = ("--format=custom", f"--file={file}")
    # Whoever the rights hold for: told so, and by the exit code.
    for url in (served.as_(StaffRole.RECEPTION), served.as_(StaffRole.ADMIN), as_nightly):
        refused = run(stores, "pg_dump", url, *dump)
        assert refused.returncode == 1, url
        assert "permission denied" in refused.stderr or "row-level security" in refused.stderr
    assert run(stores, "pg_dump", served.as_(StaffRole.ADMIN), f"--role={BACKUP}", *dump).returncode == 1

    made = run(stores, "pg_dump", as_nightly, f"--role={BACKUP}", *dump)
    assert (made.returncode, made.stderr) == (0, "")
    store = Store.open(served.url)
    counts, proof = store.status().counts, prove(store)
    store.close()
    assert counts["entry"]
    assert counts["patient"]
    with stores.url("postgresql", migrated=False) as scratch:
        restored = run(
            stores,
            "pg_restore",
            scratch,
            "--exit-on-error",
            f"--dbname={make_url(scratch).database}",
            str(file),
        )
        assert (restored.returncode, restored.stderr) == (0, "")
        copy = Store.open(scratch)
        assert copy.status().counts == counts
        assert prove(copy) == proof
        assert proof.is_whole
        copy.close()

    # It reads, and that is all.
    with psycopg.connect(as_nightly, autocommit=True) as connection:
        connection.execute(f"SET ROLE {BACKUP}".encode())
        assert connection.execute("SELECT count(*) FROM patient").fetchone() == (counts["patient"],)
        for statement in (
            "DELETE FROM entry",
            "UPDATE patient SET note = ''",
            "INSERT INTO setting VALUES ('a', 'b')",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(statement.encode())
    with (
        psycopg.connect(served.as_(StaffRole.ADMIN)) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute(f"SET ROLE {BACKUP}".encode())
