"""What a button carries in its custom id, so that it works after a restart and for ever.

``nd1:<action>:<view>:<locale>:<theme>:<page>:<what>``: the version first, so that an older button is known as such.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tutor.services.exhibits import Look, View
from tutor.services.pictures import Theme
from tutor.words.messages import LOCALES, Locale

LONGEST = 100
"""Discord's limit of a custom id."""
VERSION = "nd1"
BUTTONS = ("back", "next", "all", "step", "text")
SELECT = "why"
TEMPLATE = re.compile(
    rf"{VERSION}:(?P<action>{'|'.join(BUTTONS)}):(?P<ticket>[a-z]+:[a-z]{{2}}:[a-z]+:\d{{1,4}}:.+)", re.DOTALL
)
SELECT_TEMPLATE = re.compile(
    rf"{VERSION}:(?P<action>{SELECT}):(?P<ticket>[a-z]+:[a-z]{{2}}:[a-z]+:\d{{1,4}}:.+)", re.DOTALL
)


class TicketError(ValueError):
    """A custom id that this version has not written."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """The request behind a message: what is shown in it.

    Attributes:
        what: by which the answer is found again, as `tutor.services.exhibits.Exhibit` has it.
        view: how it is laid out.
        page: the page that is shown, from 0.
        locale: the language of the message.
        theme: the colours of its pictures.
    """

    what: str
    view: View
    page: int
    locale: Locale
    theme: Theme

    def custom_id(self, action: str) -> str:
        """The custom id of a button under the message.

        Raises:
            TicketError: where ``what`` is too long to be carried.
        """
        written = ":".join((VERSION, action, self.view, self.locale, self.theme, str(self.page), self.what))
        if len(written) > LONGEST:
            raise TicketError(written)
        return written

    @property
    def fits(self) -> bool:
        """Whether buttons can carry it."""
        try:
            return bool(self.what) and all(len(self.custom_id(action)) <= LONGEST for action in (*BUTTONS, SELECT))
        except TicketError:
            return False

    @property
    def look(self) -> Look:
        """How the same is shown again."""
        return Look(self.view, self.page, self.locale, self.theme)

    def at(self, page: int, view: View | None = None) -> Ticket:
        """The ticket of another page, or of another view."""
        return replace(self, page=max(page, 0), view=view or self.view)


def read_ticket(written: str) -> Ticket:
    """The ticket behind version and action.

    Raises:
        TicketError: where it is forged or from another version.
    """
    view, locale, theme, page, what = written.split(":", 4)
    found = next((one for one in LOCALES if one == locale), None)
    try:
        if found is None:
            raise TicketError(written)
        return Ticket(what, View(view), int(page), found, Theme(theme))
    except ValueError as error:
        raise TicketError(written) from error
