"""A practice's file as the program before this one left it."""

from contextlib import closing
from pathlib import Path

from alembic import command

from praxidesk.models import revision
from praxidesk.models.store import Store
from tests.small_practice import put_into


def older_file(file: Path) -> Path:
    """Make the small practice's store there, and take back the last migration."""
    with closing(Store.open(str(file), create=True)) as store:
        put_into(store)
    return take_back(file)


def take_back(file: Path) -> Path:
    """The last migration."""
    with closing(Store.open(str(file))) as store, store.write() as connection:
        config = revision.configuration()
        config.attributes["connection"] = connection
        command.downgrade(config, "-1")
    return file
