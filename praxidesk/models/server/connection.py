"""psycopg's connection to a server, as desks use it: it keeps what it has prepared."""

from typing import Any, Self

import psycopg
from psycopg.abc import Params
from psycopg.adapt import AdaptersMap
from psycopg.errors import error_from_result
from psycopg.pq import DiagnosticField, ExecStatus, TransactionStatus
from psycopg.types.numeric import Int8Dumper


def of_one_size(adapters: AdaptersMap) -> None:
    """Send every whole number, and every list of them, as a ``bigint``.

    By itself psycopg takes the smallest type that a number fits in: with other numbers the same words would
    be another statement, to be prepared and planned anew.
    """
    adapters.register_dumper(int, Int8Dumper)


class ServerCursor(psycopg.Cursor[Any]):
    """Prepares what has parameters; what has none may be several statements at once, which cannot be."""

    def execute(
        self,
        query: Any,  # noqa: ANN401 - psycopg's many kinds
        params: Params | None = None,
        **options: Any,  # noqa: ANN401 - as above
    ) -> Self:
        """Execute a query or command."""
        if not params:
            options["prepare"] = False
        return super().execute(query, params, **options)


class ServerConnection(psycopg.Connection[Any]):
    """A desk's. None of its statements makes or drops a table, so none is planned anew after a rollback.

    psycopg forgets all prepared statements there; and every request that is refused is rolled back.
    """

    def run(self, commands: str) -> str:
        """Have the server do several things in one round trip; the last one's only value, if it has any.

        :raises psycopg.Error: as ``execute``
        """
        with self.lock:
            result = self.pgconn.exec_(commands.encode())
        if result.status in {ExecStatus.COMMAND_OK, ExecStatus.TUPLES_OK}:
            return (result.get_value(0, 0) or b"").decode() if result.ntuples else ""
        if result.error_field(DiagnosticField.SQLSTATE):
            raise error_from_result(result)
        raise psycopg.OperationalError("the server does not answer")

    def rollback(self) -> None:
        """Roll back to the start of a pending transaction."""
        if self.pgconn.transaction_status in _IN_TRANSACTION:
            self.run("ROLLBACK")
        else:
            super().rollback()


_IN_TRANSACTION = (TransactionStatus.INTRANS, TransactionStatus.INERROR)
