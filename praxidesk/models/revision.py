"""The schema's revision: what this program needs, and the way there. Alembic is loaded only to migrate."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0023"
"""The newest revision; a test holds it equal to what the migrations say."""

VERSION_TABLE = "praxidesk_version"
"""Not Alembic's own name: it tells our databases from others."""

READ_REVISION = f"SELECT version_num FROM {VERSION_TABLE}"  # noqa: S608 - a constant


def is_older(stored: str) -> bool:
    """Whether the migrations lead from this revision to ``HEAD``; else a newer program wrote it."""
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - 40 ms that an up-to-date store saves

    known = {each.revision for each in ScriptDirectory.from_config(configuration()).walk_revisions()}
    return stored in known and stored != HEAD


def migrate(connection: Connection, to: str = "head") -> None:
    """Bring the schema to a revision, inside the connection's transaction."""
    from alembic import command  # noqa: PLC0415 - as above

    config = configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def configuration() -> "Config":
    """What Alembic must know; the caller adds the connection."""
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    config.attributes["version_table"] = VERSION_TABLE
    return config
