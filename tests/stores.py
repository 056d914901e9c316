"""Stores for tests: each its own, copied from one that was migrated once a run."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path

from praxidesk.models.store import Store
from tests.postgres import Cluster, cluster

TEMPLATE = "praxidesk_template"
DIALECTS = ("sqlite", "postgresql")


class Stores:
    """Makes stores of both dialects; what is expensive is made when first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count(1)
        self._open = ExitStack()
        self._cluster: Cluster | None = None
        self._file: Path | None = None

    @property
    def cluster(self) -> Cluster:
        """The run's PostgreSQL server."""
        if self._cluster is None:
            self._cluster = self._open.enter_context(cluster())
            self._cluster.run(f"CREATE DATABASE {TEMPLATE} TEMPLATE template0")
            Store.open(self._cluster.url(TEMPLATE), create=True).close()
        return self._cluster

    @property
    def processes(self) -> set[str]:
        """Children that live as long as the run, as ``leftovers`` names them."""
        return set() if self._cluster is None else {f"process {self._cluster.process.pid}"}

    @contextmanager
    def url(self, dialect: str, *, migrated: bool = True) -> Iterator[str]:
        """The address of a new store; without ``migrated``, of a place where nothing is stored yet."""
        if dialect == "sqlite":
            path = self._folder / f"store{next(self._numbers)}.praxidesk"
            if migrated:
                shutil.copyfile(self._template_file(), path)
            try:
                yield str(path)
            finally:
                for each in self._folder.glob(f"{path.name}*"):
                    # A window that was ended in haste has left its folder of who is at work.
                    shutil.rmtree(each) if each.is_dir() else each.unlink()
        else:
            with self.cluster.database(TEMPLATE if migrated else "template0") as name:
                yield self.cluster.url(name)

    @contextmanager
    def new(self, dialect: str) -> Iterator[Store]:
        """An empty store at the newest revision, for one test or one Hypothesis example."""
        with self.url(dialect) as url:
            store = Store.open(url)
            try:
                yield store
            finally:
                store.close()

    def close(self) -> None:
        """Stop what was started."""
        self._open.close()

    def _template_file(self) -> Path:
        if self._file is None:
            path = self._folder / "template.praxidesk"
            Store.open(str(path), create=True).close()
            self._file = path
        return self._file
