"""Where Alembic finds the open connection: the store hands it over, inside a transaction of its own."""

from alembic import context

given = context.config.attributes
context.configure(
    connection=given["connection"],
    target_metadata=given.get("metadata"),
    version_table=given["version_table"],
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
