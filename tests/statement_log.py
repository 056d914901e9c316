"""What goes over the wire to a database, statement by statement."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, event


class StatementLog(list[str]):
    """The statements of all stores in this process since the last ``clear``, BEGIN and COMMIT included.

    PostgreSQL's driver sends BEGIN with the first statement by itself; SQLite is told by us. Both count one.
    """

    def __init__(self) -> None:
        super().__init__()
        self.parameters: list[Any] = []
        """Of each executed statement; not of what the driver sends by itself."""

    @contextmanager
    def recording(self) -> Iterator[None]:
        """Write down what is executed meanwhile."""
        listeners: dict[str, Any] = {
            "before_cursor_execute": self._on_execute,
            "begin": self._on_begin,
            "commit": lambda _connection: self.append("COMMIT"),
            "rollback": lambda _connection: self.append("ROLLBACK"),
        }
        for name, listener in listeners.items():
            event.listen(Engine, name, listener)
        try:
            yield
        finally:
            for name, listener in listeners.items():
                event.remove(Engine, name, listener)

    def _on_execute(
        self,
        _connection: Connection,
        _cursor: object,
        statement: str,
        parameters: Any,
        _context: object,
        _executemany: bool,
    ) -> None:
        self.append(statement)
        self.parameters.append(parameters)

    def _on_begin(self, connection: Connection) -> None:
        if connection.dialect.name != "sqlite":
            self.append("BEGIN")
