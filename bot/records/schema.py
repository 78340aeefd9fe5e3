"""The tables. A change here needs a migration; a test holds the two against each other.

What hangs on a learner goes with the learner (CASCADE); what belongs to a server forgets the learner (SET NULL).
What hangs on a server goes with it, but a learner's answers stay and forget the server.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    Time,
    UniqueConstraint,
    false,
    text,
)

from bot.records.kinds import NUMBER, Instant, Json

VERSION = "0001"
"""The newest migration's id."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
ID = String(32)


def _learner(name: str = "learner", *, primary: bool = False) -> Column[int]:
    key = ForeignKey("learner.id", ondelete="CASCADE")
    return Column(name, BigInteger, key, primary_key=primary, nullable=False, autoincrement=False)


def _nobody(name: str) -> Column[int]:
    return Column(name, BigInteger, ForeignKey("learner.id", ondelete="SET NULL"), index=True)


def _guild() -> Column[int]:
    key = ForeignKey("guild.id", ondelete="CASCADE")
    return Column("guild", BigInteger, key, primary_key=True, autoincrement=False)


def _of(table: str, *, primary: bool = False) -> Column[str]:
    return Column(table, ID, ForeignKey(f"{table}.id", ondelete="CASCADE"), primary_key=primary, nullable=False)


learner = Table(
    "learner",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("met_at", Instant, nullable=False),
    Column("language", String(8)),
    Column("theme", String(8)),
    Column("log_base", String(8), nullable=False, server_default=text("'e'")),
    Column("timezone", String(64)),
    Column("reminders", Boolean, nullable=False, server_default=false()),
    Column("visible", Boolean, nullable=False, server_default=false()),
    Column("text_only", Boolean, nullable=False, server_default=false()),
    Column("reminded_on", Date),
)

guild = Table(
    "guild",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("language", String(8)),
    Column("met_at", Instant, nullable=False),
    Column("joined_at", Instant),
    Column("left_at", Instant, index=True),
)

request = Table(
    "request",
    metadata,
    Column("id", ID, primary_key=True),
    Column("body", Json, nullable=False),
    Column("made_at", Instant, nullable=False),
)

sitting = Table(
    "sitting",
    metadata,
    Column("id", ID, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("owner", BigInteger, ForeignKey("learner.id", ondelete="CASCADE"), index=True),
    Column("guild", BigInteger, ForeignKey("guild.id", ondelete="SET NULL"), index=True),
    Column("channel", BigInteger),
    Column("options", Json, nullable=False),
    Column("started_at", Instant, nullable=False),
    Column("ended_at", Instant),
)

question = Table(
    "question",
    metadata,
    Column("id", ID, primary_key=True),
    _of("sitting"),
    Column("position", Integer, nullable=False),
    Column("skill", String(64), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("level", Integer, nullable=False),
    Column("body", Json, nullable=False),
    Column("fingerprint", String(64), nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("closes_at", Instant),
    UniqueConstraint("sitting", "position"),
)

turn = Table(
    "turn",
    metadata,
    _learner(primary=True),
    _of("question", primary=True),
    Column("shown_at", Instant, nullable=False),
    Column("hints", Integer, nullable=False, server_default=text("0")),
    Column("undone", Boolean, nullable=False, server_default=false()),
    Index(None, "question"),
)

attempt = Table(
    "attempt",
    metadata,
    Column("number", NUMBER, primary_key=True),
    _learner(),
    _of("question"),
    Column("guild", BigInteger, ForeignKey("guild.id", ondelete="SET NULL")),
    Column("token", String(64), nullable=False),
    Column("at", Instant, nullable=False),
    Column("day", Date, nullable=False),
    Column("skill", String(64), nullable=False),
    Column("level", Integer, nullable=False),
    Column("fingerprint", String(64), nullable=False),
    Column("right", Boolean, nullable=False),
    Column("verdict", String(32), nullable=False),
    Column("proved", Boolean, nullable=False),
    Column("given", Text, nullable=False),
    Column("misconception", String(64)),
    Column("hints", Integer, nullable=False),
    Column("seconds", Float),
    Column("credit", Integer, nullable=False),
    Column("points", Integer, nullable=False),
    Column("due", Instant, nullable=False),
    Column("memory_before", Json),
    UniqueConstraint("learner", "question"),
    Index(None, "learner", "skill", "day"),
    Index(None, "learner", "fingerprint"),
    Index(None, "guild", "at"),
    Index(None, "question"),
)

memory = Table(
    "memory",
    metadata,
    _learner(primary=True),
    Column("skill", String(64), primary_key=True),
    Column("stability", Float, nullable=False),
    Column("difficulty", Float, nullable=False),
    Column("due", Instant, nullable=False),
    Column("moved_at", Instant, nullable=False),
    Column("rating", Integer, nullable=False),
    Column("answers", Integer, nullable=False),
    Column("lapses", Integer, nullable=False),
    Index(None, "learner", "due"),
)

party = Table(
    "party",
    metadata,
    _of("sitting", primary=True),
    Column("guild", BigInteger, ForeignKey("guild.id", ondelete="CASCADE"), index=True),
    Column("channel", BigInteger, nullable=False),
    _nobody("host"),
    Column("rounds", Integer, nullable=False),
    Column("seconds", Integer, nullable=False),
    Column("stage", String(16), nullable=False, index=True),
    Column("round", Integer, nullable=False),
    Column("until", Instant),
    Column("message", BigInteger),
)

player = Table(
    "player",
    metadata,
    Column("party", ID, ForeignKey("party.sitting", ondelete="CASCADE"), primary_key=True),
    _learner(primary=True),
    Column("joined_at", Instant, nullable=False),
    Index(None, "learner"),
)

freeze = Table(
    "freeze",
    metadata,
    _learner(primary=True),
    Column("week", Date, primary_key=True),
    Column("day", Date, nullable=False),
)

pulse = Table(
    "pulse",
    metadata,
    Column("process", String(128), primary_key=True),
    Column("at", Instant, nullable=False),
)

outage = Table(
    "outage",
    metadata,
    Column("process", String(128), primary_key=True),
    Column("began", Instant, primary_key=True),
    Column("ended", Instant, nullable=False, index=True),
)

daily = Table(
    "daily",
    metadata,
    _guild(),
    Column("channel", BigInteger, nullable=False),
    Column("at", Time, nullable=False),
    Column("timezone", String(64), nullable=False),
    Column("role", BigInteger),
    Column("topic", String(64), nullable=False),
    Column("level", Integer, nullable=False),
    Column("thread", Boolean, nullable=False),
    _nobody("set_by"),
    Column("set_at", Instant, nullable=False),
    Column("next_at", Instant, index=True),
    Column("paused", String(64)),
)

daily_post = Table(
    "daily_post",
    metadata,
    _guild(),
    Column("day", Date, primary_key=True),
    Column("token", String(64), nullable=False),
    Column("claimed_at", Instant, nullable=False),
    Column("channel", BigInteger, nullable=False),
    Column("question", ID, ForeignKey("question.id", ondelete="SET NULL"), index=True),
    Column("state", String(16), nullable=False),
    Column("message", BigInteger),
    Column("thread", BigInteger),
    Column("posted_at", Instant),
)

report = Table(
    "report",
    metadata,
    _learner(primary=True),
    _of("question", primary=True),
    Column("details", Json, nullable=False),
    Column("made_at", Instant, nullable=False),
    Index(None, "question"),
)
