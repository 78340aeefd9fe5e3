"""Alembic's migrations. They are applied by `bot.records.migrating` at the start, not by hand."""
