"""A store brought up or down to a revision."""

from alembic import command
from sqlalchemy import Connection, inspect, text

from praxidesk.models import revision
from praxidesk.models.store import Store


def migrate(store: Store, to: str) -> None:
    """Up or down, as a developer would."""
    with store.write() as connection:
        config = revision.configuration()
        config.attributes["connection"] = connection
        stored = store_revision(connection)
        if stored is not None and (to == "base" or to < stored):
            command.downgrade(config, to)
        else:
            command.upgrade(config, to)


def store_revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table(revision.VERSION_TABLE):
        return None
    found = connection.execute(text(revision.READ_REVISION)).scalar()
    return None if found is None else str(found)
