"""What the environment says: read once, at the start."""

from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from tutor.words.messages import Locale, text

LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"]
DISCORD_API = "https://discord.com/api/v10"


class Settings(BaseSettings):
    """The environment's variables, each with its default.

    Attributes:
        discord_token: the bot's token; empty where there is none.
        discord_api_base: where the REST interface is; the gateway is the one that it names.
        database_url: where records are kept; empty for a SQLite file under the XDG state folder.
        shard_count: how many shards there are in all; None leaves it to Discord.
        shard_ids: the shards of this process; None for all.
        workers: how many processes do the maths.
        health_port: the port of the health page; 0 for none.
        log_level: how much is logged.
    """

    model_config = SettingsConfigDict(extra="ignore", env_ignore_empty=True, hide_input_in_errors=True)

    discord_token: str = ""
    discord_api_base: str = DISCORD_API
    database_url: str = ""
    shard_count: Annotated[int, Field(ge=1)] | None = None
    shard_ids: Annotated[tuple[Annotated[int, Field(ge=0)], ...] | None, NoDecode] = None
    workers: Annotated[int, Field(ge=1, le=64)] = 2
    health_port: Annotated[int, Field(ge=0, le=65_535)] = 0
    log_level: LogLevel = "INFO"

    @field_validator("shard_ids", mode="before")
    @classmethod
    def _listed(cls, value: object) -> object:
        """The ids are written ``0,1``."""
        return tuple(part.strip() for part in value.split(",")) if isinstance(value, str) else value

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @field_validator("discord_token")
    @classmethod
    def _bare(cls, value: str) -> str:
        token = value.strip()
        if any(char.isspace() for char in token):
            raise ValueError("a token has no spaces in it")
        return token

    @field_validator("discord_api_base")
    @classmethod
    def _address(cls, value: str) -> str:
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError("it is an address such as https://discord.com/api/v10")
        return value.rstrip("/")

    @model_validator(mode="after")
    def _shards_exist(self) -> Settings:
        if self.shard_ids is not None:
            if self.shard_count is None:
                raise ValueError("SHARD_COUNT must be set beside it")
            if max(self.shard_ids) >= self.shard_count:
                raise ValueError(f"the ids run from 0 to {self.shard_count - 1}")
        return self


class StartError(Exception):
    """The program cannot start; a message's id and arguments say why, in one sentence."""

    def __init__(self, message_id: str, **arguments: str) -> None:
        super().__init__(message_id, arguments)
        self.message_id = message_id
        self.arguments = arguments

    def sentence(self, locale: Locale) -> str:
        """Why, in that language."""
        return text(locale, self.message_id, **self.arguments)


def settings_from_environment() -> Settings:
    """The settings that the environment gives.

    Raises:
        StartError: for a bad value; the sentence names the variable, and never its value, which may be secret.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = str(first["loc"][0]).upper() if first["loc"] else "SHARD_IDS"
        reason = first["msg"].removeprefix("Value error, ").removesuffix(".")
        raise StartError("error-bad-setting", name=name, reason=reason) from None
