"""The way from nothing to the newest schema and back, on both dialects."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import CheckConstraint, Connection, inspect, text

from praxidesk.engine.outcomes import StoreFault
from praxidesk.models import revision, writes
from praxidesk.models.queries import practice
from praxidesk.models.store import Store, StoreUnavailable
from praxidesk.models.tables import METADATA
from tests.leftovers import ROOT
from tests.models.migrating import migrate, store_revision
from tests.small_practice import SITE
from tests.stores import Stores

REVISIONS = [f"{number:04}" for number in (*range(1, 12), 14, 16, 17, 18, 20, 21, 22, 23)]

JOURNALLED = set(METADATA.tables) - {
    "practice",
    "patient_word",
    "entry_change",
    "milestone_change",
    "journal",
    "journal_seal",
    "journal_head",
    "account",
    "settled_request",
}
"""All but what only counts, or repeats what stands elsewhere, and what a server leaves empty."""

SQLITE_TRIGGERS = {
    *(
        f"journal_{table}_{deed}"
        for table in {*JOURNALLED, "account"}
        for deed in ("insert", "update", "delete")
    ),
    "journal_final_delete",
    "journal_final_update",
    "journal_seal_final_delete",
    "journal_seal_final_update",
    "journal_head_final_delete",
    "journal_head_step",
    "actor_in_group",
    "actor_in_group_update",
    "actor_kind_final",
    "allocation_in_step",
    "allocation_in_step_update",
    "allocation_of_group",
    "allocation_of_group_update",
    "entry_in_step",
    "allocation_no_overlap",
    "allocation_no_overlap_update",
    "entry_change_final",
    "entry_change_final_delete",
    "entry_version_step",
    "entry_written",
    "entry_written_update",
    "milestone_written",
    "milestone_written_delete",
    "milestone_written_update",
    "settled_request_kept",
}

POSTGRESQL_TRIGGERS = {
    "journal_final",
    "journal_final_truncate",
    "journal_head_step",
    "journal_sealed",
    "journal_written",
    "actor_in_group",
    "actor_kind_final",
    "allocation_in_step",
    "allocation_of_group",
    "entry_change_final",
    "entry_in_step",
    "entry_version_step",
    "entry_written",
    "milestone_written",
    "practice_changed",
    "settled_request_dated",
    "settled_request_kept",
}


@pytest.fixture
def new_url(stores: Stores, dialect: str) -> Iterator[str]:
    """A place where nothing is stored yet."""
    with stores.url(dialect, migrated=False) as url:
        yield url


def triggers(connection: Connection) -> set[str]:
    if connection.dialect.name == "sqlite":
        statement = "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
    else:
        statement = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    return set(connection.execute(text(statement)).scalars())


def test_the_head_the_program_knows_is_the_head_of_the_migrations() -> None:
    script = ScriptDirectory.from_config(revision.configuration())
    assert script.get_heads() == [revision.HEAD]
    assert [each.revision for each in script.walk_revisions()] == REVISIONS[::-1]


def test_the_migrations_make_what_the_tables_say(store: Store) -> None:
    with store.read() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "version_table": revision.VERSION_TABLE}
        )
        assert compare_metadata(context, METADATA) == []


def test_a_table_the_migrations_forgot_would_be_noticed(store: Store) -> None:
    with store.write() as connection:
        connection.execute(text("DROP VIEW readable_allocation"))
        connection.execute(text("DROP TABLE allocation"))
        context = MigrationContext.configure(connection, opts={"version_table": revision.VERSION_TABLE})
        assert compare_metadata(context, METADATA) != []
        connection.rollback()


def test_every_check_of_the_tables_is_in_the_database(store: Store) -> None:
    with store.read() as connection:
        found = inspect(connection)
        for table in METADATA.sorted_tables:
            wanted = {str(each.name) for each in table.constraints if isinstance(each, CheckConstraint)}
            stored = {str(each["name"]) for each in found.get_check_constraints(table.name)}
            assert stored == wanted, table.name


def test_every_table_of_ours_is_strict(stores: Stores) -> None:
    with stores.new("sqlite") as store, store.read() as connection:
        listed = connection.execute(text("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'"))
        strict = {name: bool(is_strict) for name, is_strict in listed}
    assert {name for name in METADATA.tables if not strict[name]} == set()


def test_all_triggers_are_there_at_the_head(store: Store, dialect: str) -> None:
    with store.read() as connection:
        assert triggers(connection) == (SQLITE_TRIGGERS if dialect == "sqlite" else POSTGRESQL_TRIGGERS)


def test_every_table_that_people_change_is_journalled(stores: Stores) -> None:
    with stores.new("postgresql") as store, store.read() as connection:
        written = connection.execute(
            text("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'journal_written'")
        )
        assert set(written.scalars()) == JOURNALLED


def test_one_can_go_down_and_up_again_step_by_step(store: Store) -> None:
    with store.read() as connection:
        at_head = triggers(connection)
    for to in [*REVISIONS[-2::-1], "base"]:
        migrate(store, to)
    with store.read() as connection:
        assert set(inspect(connection).get_table_names()) <= {revision.VERSION_TABLE}
        assert triggers(connection) == set()
        assert store_revision(connection) is None
    for to in REVISIONS:
        migrate(store, to)
    with store.read() as connection:
        assert triggers(connection) == at_head
        context = MigrationContext.configure(connection, opts={"version_table": revision.VERSION_TABLE})
        assert compare_metadata(context, METADATA) == []


def test_an_older_store_is_refused_and_can_be_upgraded(store_url: str) -> None:
    store = Store.open(store_url)
    with store.write() as connection:
        writes.save_site(connection, SITE)
    migrate(store, "0002")
    store.close()

    with pytest.raises(StoreUnavailable) as refused:
        Store.open(store_url)
    assert refused.value.fault is StoreFault.TOO_OLD
    assert "0002" in refused.value.detail

    old = Store.open(store_url, outdated=True)
    assert old.status().revision == "0002"
    assert not old.status().counts
    old.upgrade()
    assert old.status().revision == revision.HEAD
    with old.read() as connection:
        assert practice(connection).site == SITE
    old.close()
    Store.open(store_url).close()


@pytest.mark.parametrize("stored", [f"{int(revision.HEAD) + 1:04}", "9999", "ffffffff"])
def test_a_newer_store_is_refused(store_url: str, stored: str) -> None:
    store = Store.open(store_url)
    with store.write() as connection:
        connection.execute(text(f"UPDATE {revision.VERSION_TABLE} SET version_num = '{stored}'"))
    store.close()
    for outdated in (False, True):
        with pytest.raises(StoreUnavailable) as refused:
            Store.open(store_url, outdated=outdated)
        assert refused.value.fault is StoreFault.TOO_NEW
        assert stored in refused.value.detail


def test_a_migration_that_fails_leaves_all_as_it_was(store_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store.open(store_url)
    migrate(store, "0002")

    def broken(connection: Connection) -> None:
        config = revision.configuration()
        config.attributes["connection"] = connection
        command.upgrade(config, "0003")
        raise RuntimeError

    monkeypatch.setattr(revision, "migrate", broken)
    with pytest.raises(RuntimeError):
        store.upgrade()
    with store.read() as connection:
        assert store_revision(connection) == "0002"
        assert not inspect(connection).has_table("entry")
    store.close()


def test_a_place_where_making_failed_is_left_empty(new_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(connection: Connection) -> None:
        connection.execute(text("CREATE TABLE half (id INTEGER)"))
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr(revision, "migrate", broken)
        with pytest.raises(RuntimeError):
            Store.open(new_url, create=True)
    with pytest.raises(StoreUnavailable) as missing:
        Store.open(new_url)
    assert missing.value.fault is StoreFault.MISSING
    Store.open(new_url, create=True).close()


def test_migrations_import_nothing_of_the_program() -> None:
    folder = ROOT / "praxidesk" / "models" / "migrations"
    sources = [*folder.rglob("*.py")]
    assert len(sources) == len(REVISIONS) + 1
    for source in sources:
        assert "praxidesk" not in source.read_text(encoding="utf-8").replace("'praxidesk'", ""), source


def test_opening_a_current_store_imports_neither_alembic_nor_psycopg(stores: Stores) -> None:
    program = (
        "import sys; from praxidesk.models.store import Store; Store.open(sys.argv[1]).close();"
        "print(sorted({'alembic', 'psycopg'} & set(sys.modules)))"
    )
    with stores.url("sqlite") as url:
        ran = subprocess.run(
            [sys.executable, "-c", program, url], check=True, capture_output=True, text=True, cwd=ROOT
        )
    assert ran.stdout.strip() == "[]"
