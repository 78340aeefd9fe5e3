"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring an empty database to this version."""
    op.create_table(
        "guild",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("language", sa.String(length=8), nullable=True),
        sa.Column("met_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guild")),
    )
    op.create_index(op.f("ix_guild_left_at"), "guild", ["left_at"], unique=False)
    op.create_table(
        "learner",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("met_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=True),
        sa.Column("theme", sa.String(length=8), nullable=True),
        sa.Column("log_base", sa.String(length=8), server_default=sa.text("'e'"), nullable=False),
        sa.Column("timezone", sa.String(length=64), nullable=True),
        sa.Column("reminders", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("visible", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("text_only", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("reminded_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_learner")),
    )
    op.create_table(
        "outage",
        sa.Column("process", sa.String(length=128), nullable=False),
        sa.Column("began", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("process", "began", name=op.f("pk_outage")),
    )
    op.create_index(op.f("ix_outage_ended"), "outage", ["ended"], unique=False)
    op.create_table(
        "pulse",
        sa.Column("process", sa.String(length=128), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("process", name=op.f("pk_pulse")),
    )
    op.create_table(
        "request",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request")),
    )
    op.create_table(
        "daily",
        sa.Column("guild", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("channel", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.Time(), nullable=False),
        sa.Column("timezone", sa.String(length=64), nullable=False),
        sa.Column("role", sa.BigInteger(), nullable=True),
        sa.Column("topic", sa.String(length=64), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("thread", sa.Boolean(), nullable=False),
        sa.Column("set_by", sa.BigInteger(), nullable=True),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("paused", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["guild"], ["guild.id"], name=op.f("fk_daily_guild_guild"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["set_by"], ["learner.id"], name=op.f("fk_daily_set_by_learner"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("guild", name=op.f("pk_daily")),
    )
    op.create_index(op.f("ix_daily_next_at"), "daily", ["next_at"], unique=False)
    op.create_index(op.f("ix_daily_set_by"), "daily", ["set_by"], unique=False)
    op.create_table(
        "freeze",
        sa.Column("learner", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner"], ["learner.id"], name=op.f("fk_freeze_learner_learner"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("learner", "week", name=op.f("pk_freeze")),
    )
    op.create_table(
        "memory",
        sa.Column("learner", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("skill", sa.String(length=64), nullable=False),
        sa.Column("stability", sa.Float(), nullable=False),
        sa.Column("difficulty", sa.Float(), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("rating", sa.Integer(), nullable=False),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.Column("lapses", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner"], ["learner.id"], name=op.f("fk_memory_learner_learner"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("learner", "skill", name=op.f("pk_memory")),
    )
    op.create_index(op.f("ix_memory_learner_due"), "memory", ["learner", "due"], unique=False)
    op.create_table(
        "sitting",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("owner", sa.BigInteger(), nullable=True),
        sa.Column("guild", sa.BigInteger(), nullable=True),
        sa.Column("channel", sa.BigInteger(), nullable=True),
        sa.Column("options", sa.Text(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["guild"], ["guild.id"], name=op.f("fk_sitting_guild_guild"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["owner"], ["learner.id"], name=op.f("fk_sitting_owner_learner"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sitting")),
    )
    op.create_index(op.f("ix_sitting_guild"), "sitting", ["guild"], unique=False)
    op.create_index(op.f("ix_sitting_owner"), "sitting", ["owner"], unique=False)
    op.create_table(
        "party",
        sa.Column("sitting", sa.String(length=32), nullable=False),
        sa.Column("guild", sa.BigInteger(), nullable=True),
        sa.Column("channel", sa.BigInteger(), nullable=False),
        sa.Column("host", sa.BigInteger(), nullable=True),
        sa.Column("rounds", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=16), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("message", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["guild"], ["guild.id"], name=op.f("fk_party_guild_guild"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["host"], ["learner.id"], name=op.f("fk_party_host_learner"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["sitting"], ["sitting.id"], name=op.f("fk_party_sitting_sitting"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("sitting", name=op.f("pk_party")),
    )
    op.create_index(op.f("ix_party_guild"), "party", ["guild"], unique=False)
    op.create_index(op.f("ix_party_host"), "party", ["host"], unique=False)
    op.create_index(op.f("ix_party_stage"), "party", ["stage"], unique=False)
    op.create_table(
        "question",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("sitting", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("skill", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["sitting"], ["sitting.id"], name=op.f("fk_question_sitting_sitting"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
        sa.UniqueConstraint("sitting", "position", name=op.f("uq_question_sitting_position")),
    )
    op.create_table(
        "attempt",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("learner", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("question", sa.String(length=32), nullable=False),
        sa.Column("guild", sa.BigInteger(), nullable=True),
        sa.Column("token", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("skill", sa.String(length=64), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("right", sa.Boolean(), nullable=False),
        sa.Column("verdict", sa.String(length=32), nullable=False),
        sa.Column("proved", sa.Boolean(), nullable=False),
        sa.Column("given", sa.Text(), nullable=False),
        sa.Column("misconception", sa.String(length=64), nullable=True),
        sa.Column("hints", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=True),
        sa.Column("credit", sa.Integer(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False),
        sa.Column("memory_before", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["guild"], ["guild.id"], name=op.f("fk_attempt_guild_guild"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["learner"], ["learner.id"], name=op.f("fk_attempt_learner_learner"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["question"], ["question.id"], name=op.f("fk_attempt_question_question"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_attempt")),
        sa.UniqueConstraint("learner", "question", name=op.f("uq_attempt_learner_question")),
    )
    op.create_index(op.f("ix_attempt_guild_at"), "attempt", ["guild", "at"], unique=False)
    op.create_index(op.f("ix_attempt_learner_fingerprint"), "attempt", ["learner", "fingerprint"], unique=False)
    op.create_index(op.f("ix_attempt_learner_skill_day"), "attempt", ["learner", "skill", "day"], unique=False)
    op.create_index(op.f("ix_attempt_question"), "attempt", ["question"], unique=False)
    op.create_table(
        "daily_post",
        sa.Column("guild", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("token", sa.String(length=64), nullable=False),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("channel", sa.BigInteger(), nullable=False),
        sa.Column("question", sa.String(length=32), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("message", sa.BigInteger(), nullable=True),
        sa.Column("thread", sa.BigInteger(), nullable=True),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["guild"], ["guild.id"], name=op.f("fk_daily_post_guild_guild"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["question"], ["question.id"], name=op.f("fk_daily_post_question_question"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("guild", "day", name=op.f("pk_daily_post")),
    )
    op.create_index(op.f("ix_daily_post_question"), "daily_post", ["question"], unique=False)
    op.create_table(
        "player",
        sa.Column("party", sa.String(length=32), nullable=False),
        sa.Column("learner", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner"], ["learner.id"], name=op.f("fk_player_learner_learner"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["party"], ["party.sitting"], name=op.f("fk_player_party_party"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("party", "learner", name=op.f("pk_player")),
    )
    op.create_index(op.f("ix_player_learner"), "player", ["learner"], unique=False)
    op.create_table(
        "report",
        sa.Column("learner", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("question", sa.String(length=32), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner"], ["learner.id"], name=op.f("fk_report_learner_learner"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["question"], ["question.id"], name=op.f("fk_report_question_question"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("learner", "question", name=op.f("pk_report")),
    )
    op.create_index(op.f("ix_report_question"), "report", ["question"], unique=False)
    op.create_table(
        "turn",
        sa.Column("learner", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("question", sa.String(length=32), nullable=False),
        sa.Column("shown_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("hints", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("undone", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(["learner"], ["learner.id"], name=op.f("fk_turn_learner_learner"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["question"], ["question.id"], name=op.f("fk_turn_question_question"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("learner", "question", name=op.f("pk_turn")),
    )
    op.create_index(op.f("ix_turn_question"), "turn", ["question"], unique=False)
