"""Servers that a test may stop, kill, start again and copy: made for it alone, with commits that hold."""

import os
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from praxidesk.engine.practice import NEVER_SOFTENED
from praxidesk.engine.vocabulary import ConflictKind, Severity
from praxidesk.models import writes
from praxidesk.models.store import Store
from tests import postgres
from tests.small_practice import put_into

USER, DATABASE = "praxi", "praxis"
SETTINGS = """
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
# A killed process loses nothing that the system holds; a power cut is not tried here.
fsync = off
synchronous_commit = on
max_connections = 60
log_min_messages = warning
"""


class Node:
    """One server: its folder and port stay the same however often it is started."""

    def __init__(self, place: "Place", name: str) -> None:
        self.name = name
        self.data = place.root / name
        self.port = postgres.free_port()
        self.place = place
        self._process: subprocess.Popen[bytes] | None = None

    def url(self, database: str = DATABASE) -> str:
        """Its address, as a user would give it."""
        return f"postgresql://{USER}:{self.place.password}@127.0.0.1:{self.port}/{database}"

    def make(self) -> None:
        """An empty cluster."""
        made = self.shell(
            f'initdb -D "$PGDATA" -U {USER} -A scram-sha-256 --pwfile="$PWFILE" -E UTF8 --no-locale --no-sync'
        )
        assert not made.returncode, made.stderr
        with (self.data / "postgresql.conf").open("a") as settings:
            settings.write(SETTINGS)

    def start(self) -> None:
        """As after the machine was switched on; back when it lets people in."""
        with (self.place.root / f"{self.name}.log").open("ab") as log:
            self._process = subprocess.Popen(
                [self.place.binaries / "postgres", "-D", self.data, "-p", str(self.port)],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.place.root,
                env=postgres.environment(),
                preexec_fn=postgres.dying_with_parent(),  # noqa: PLW1509 - one system call
                **self.place.user,
            )
        deadline = time.monotonic() + 30
        while True:
            try:
                self.ask("SELECT 1")
            except psycopg.OperationalError:
                assert time.monotonic() < deadline, (self.place.root / f"{self.name}.log").read_text()
                time.sleep(0.05)
            else:
                return

    def processes(self) -> list[int]:
        """The postmaster first, then everybody it started."""
        assert self._process is not None
        first = self._process.pid
        children = Path(f"/proc/{first}/task/{first}/children").read_text().split()
        return [first, *map(int, children)]

    def backends(self) -> list[int]:
        """Processes that serve a client of the practice."""
        rows = self.ask(f"SELECT pid FROM pg_stat_activity WHERE datname = '{DATABASE}' AND query <> ''")
        return [int(pid) for (pid,) in rows]

    def halt(self) -> None:
        """Stop all of its processes, as a machine that hangs."""
        for process in self.processes():
            os.kill(process, signal.SIGSTOP)

    def go_on(self) -> None:
        """Undo ``halt``."""
        for process in self.processes():
            os.kill(process, signal.SIGCONT)

    def kill(self) -> None:
        """``kill -9`` of all of its processes."""
        if self._process is not None and self._process.poll() is None:
            for process in self.processes():
                try:
                    os.kill(process, signal.SIGKILL)
                except ProcessLookupError:
                    continue
            self._process.wait(20)

    def ask(self, statement: str, database: str = "postgres") -> list[tuple[Any, ...]]:
        """As the administrator, outside a transaction."""
        with psycopg.connect(self.url(database), autocommit=True, connect_timeout=5) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def until_told(self, question: str, answer: str) -> None:
        """Wait until it answers so: a reload takes a moment."""
        deadline = time.monotonic() + 20
        while self.ask(question) != [(answer,)]:
            assert time.monotonic() < deadline
            time.sleep(0.02)

    def shell(self, command: str) -> subprocess.CompletedProcess[str]:
        """As the server's user, with its programs on the path and its folder in ``PGDATA``."""
        return subprocess.run(
            ["bash", "-e", "-c", command],
            check=False,
            capture_output=True,
            text=True,
            cwd=self.place.root,
            env=postgres.environment()
            | {
                "PATH": f"{self.place.binaries}:{os.environ['PATH']}",
                "PGDATA": str(self.data),
                "PWFILE": str(self.place.root / "password"),
                "PGPASSWORD": self.place.password,
            },
            **self.place.user,
        )


class Place:
    """Where the servers of one test lie."""

    def __init__(self, root: Path, programs: Path | None = None) -> None:
        self.root = root
        self.user = postgres.unprivileged(root)
        self.binaries = programs or postgres.binaries(root, self.user)
        self.password = secrets.token_urlsafe()
        (root / "password").write_text(self.password)
        self.nodes: list[Node] = []

    @property
    def owner(self) -> tuple[int, int]:
        """User and group whose files the servers read."""
        return self.user.get("user", os.getuid()), self.user.get("group", os.getgid())

    def node(self, name: str) -> Node:
        """One more; nothing of it is there yet."""
        self.nodes.append(Node(self, name))
        return self.nodes[-1]

    def with_practice(self, name: str) -> Node:
        """One that runs, with the small practice in its database."""
        node = self.with_store(name)
        store = Store.open(node.url())
        put_into(store)
        with store.write() as connection:
            # Nothing is refused but what the database itself forbids: so every refusal is a fault.
            writes.save_policy(connection, dict.fromkeys(set(ConflictKind) - NEVER_SOFTENED, Severity.OFF))
        store.close()
        return node

    def with_store(self, name: str) -> Node:
        """One that runs, with an empty store in its database."""
        node = self.node(name)
        node.make()
        node.start()
        node.ask(f"CREATE DATABASE {DATABASE} TEMPLATE template0")
        Store.open(node.url(), create=True).close()
        return node


@contextmanager
def place(programs: Path | None = None) -> Iterator[Place]:
    """Killed and deleted afterwards, with all in it. ``programs``: of another PostgreSQL than the tests'."""
    root = Path(tempfile.mkdtemp(prefix=postgres.PREFIX))
    (root / postgres.OWNER).write_text(str(os.getpid()))
    made = Place(root, programs)
    try:
        yield made
    finally:
        for node in made.nodes:
            node.kill()
        shutil.rmtree(root)
