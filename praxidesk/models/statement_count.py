"""How many statements a store was sent."""

from typing import Any

from sqlalchemy import Engine, event


class StatementCount:
    """Counts from now on; once for each statement, however many rows it brings."""

    def __init__(self, engine: Engine) -> None:
        self.count = 0
        event.listen(engine, "before_cursor_execute", self._on_statement)

    def _on_statement(self, *_given: Any) -> None:  # noqa: ANN401 - SQLAlchemy's six
        self.count += 1
