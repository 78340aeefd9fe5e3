"""`napier backup FILE`: a copy of the records, while the bot goes on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.terminal import terminal_locale
from tutor.words.messages import text

HERE = terminal_locale()


def backup(file: Annotated[Path, typer.Argument(help=text(HERE, "cli-backup-file"), show_default=False)]) -> None:
    """Copy the records that DATABASE_URL names into a new file, and say how large it is.

    Raises:
        typer.Exit: with code 1 where there is no copy; the reason is on standard error.
    """
    from bot.records.addresses import AddressError, address_of  # noqa: PLC0415 - SQLAlchemy is only this command's
    from bot.records.backing_up import BackupError, back_up  # noqa: PLC0415
    from bot.settings import StartError, settings_from_environment  # noqa: PLC0415

    try:
        size = back_up(address_of(settings_from_environment().database_url), file)
    except StartError as error:
        sentence = error.sentence(HERE)
    except AddressError as error:
        sentence = text(HERE, "error-bad-setting", name="DATABASE_URL", reason=str(error))
    except BackupError as error:
        sentence = text(HERE, error.message_id, file=str(file))
    else:
        typer.echo(text(HERE, "cli-backed-up", file=str(file), kilobytes=-(-size // 1024)))
        return
    typer.echo(sentence, err=True)
    raise typer.Exit(1)
