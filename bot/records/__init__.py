"""The records in SQL: SQLite in one file, or PostgreSQL for many processes; one schema, one behaviour."""
