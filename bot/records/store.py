"""All records over one database."""

from __future__ import annotations

from sqlalchemy import URL

from bot.records.attempts import SqlAttempts
from bot.records.dailies import SqlDailies, SqlDailyPosts
from bot.records.database import Database
from bot.records.guilds import SqlGuilds, SqlRequests
from bot.records.learners import SqlLearners
from bot.records.memories import SqlMemories
from bot.records.parties import SqlParties
from bot.records.postgres import PostgresDatabase
from bot.records.sittings import SqlSittings, SqlTurns
from bot.records.sqlite import SqliteDatabase
from bot.records.upkeep import SqlBoards, SqlFreezes, SqlOutages, SqlReports


class SqlRecords:
    """See `tutor.services.records.Records`; to be opened before use, and closed."""

    def __init__(self, database: Database) -> None:
        """Build the nouns; nothing is opened yet.

        Args:
            database: where they are kept.
        """
        self.database = database
        self.learners = SqlLearners(database)
        self.guilds = SqlGuilds(database)
        self.requests = SqlRequests(database)
        self.sittings = SqlSittings(database)
        self.turns = SqlTurns(database)
        self.attempts = SqlAttempts(database)
        self.memories = SqlMemories(database)
        self.parties = SqlParties(database)
        self.dailies = SqlDailies(database)
        self.posts = SqlDailyPosts(database)
        self.boards = SqlBoards(database)
        self.freezes = SqlFreezes(database)
        self.outages = SqlOutages(database)
        self.reports = SqlReports(database)

    async def open(self) -> None:
        """Connect, and bring the schema up to date.

        Raises:
            RecordsError: where the database cannot be used: away, damaged, or of a newer program.
        """
        await self.database.open()

    async def close(self) -> None:
        """Finish what is being written, and let the connections go."""
        await self.database.close()


def records_at(url: URL) -> SqlRecords:
    """The records at an address that `bot.records.addresses.address_of` made; not opened yet."""
    sqlite = url.drivername.startswith("sqlite")
    return SqlRecords(SqliteDatabase(url) if sqlite else PostgresDatabase(url))
