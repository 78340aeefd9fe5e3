"""What a person is shown: pages with a card and its alt text, the laws that it cites, and all of it as plain text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tutor.services.pictures import Card, PictureError, Pictures, Theme
from tutor.words.messages import Locale


class View(StrEnum):
    """How a law is laid out; the names are those of the option and stand in custom ids.

    ``all``: its whole derivation, page by page; ``step``: a page a step; ``card``: its own card; ``why``: its card and
    its derivation together.
    """

    ALL = "all"
    STEP = "step"
    CARD = "card"
    WHY = "why"


@dataclass(frozen=True, slots=True)
class Citation:
    """A law that a page cites, as a select names it.

    Attributes:
        law: its id.
        name: its name with its number, in the reader's language.
        explanation: why it allows its step, in a sentence.
    """

    law: str
    name: str
    explanation: str


@dataclass(frozen=True, slots=True)
class Page:
    """One picture.

    Attributes:
        card: what it shows.
        alt: the same in spoken words, at most 1,024 characters.
        citations: the laws that it cites, each once, in order.
    """

    card: Card
    alt: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Look:
    """How an answer is to be shown.

    Attributes:
        view: how it is laid out.
        page: which page of it, from 0.
        locale: the reader's language.
        theme: the colours of the picture.
        text_only: whether the reader wants text and no picture.
    """

    view: View = View.ALL
    page: int = 0
    locale: Locale = "en"
    theme: Theme = Theme.DARK
    text_only: bool = False


USUAL = Look()


@dataclass(frozen=True, slots=True)
class Echo:
    """How a person's text was read.

    Attributes:
        read: the expression, as plain text.
        notes: what could have been read otherwise, a sentence each, in the reader's language.
    """

    read: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exhibit:
    """An answer made ready to be shown, in one language.

    Attributes:
        what: by which the same answer is found again: a formula's number, a law's id, or a reference to a task; ""
            where it cannot be.
        view: how it is laid out.
        pages: at least one.
        text: the whole answer as plain text.
        derived: whether there is a derivation to be asked for.
        plottable: whether there is a graph that goes with it.
        front: a page that is shown together with the first.
        echo: how the text was read that was asked about; None where it only named a law.
    """

    what: str
    view: View
    pages: tuple[Page, ...]
    text: str
    derived: bool = True
    plottable: bool = False
    front: Page | None = None
    echo: Echo | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A card as drawn.

    Attributes:
        png: the picture.
        alt: the same in spoken words.
    """

    png: bytes
    alt: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One page of an exhibit, drawn.

    Attributes:
        exhibit: what it is a page of.
        number: which page, from 0.
        pictures: what is to be seen; empty where it could not be drawn, and the text takes its place.
    """

    exhibit: Exhibit
    number: int
    pictures: tuple[Picture, ...]

    @property
    def page(self) -> Page:
        """The page shown."""
        return self.exhibit.pages[self.number]


async def shown(exhibit: Exhibit, look: Look, pictures: Pictures) -> Shown:
    """One page as the reader wants it.

    Args:
        exhibit: what to show.
        look: which page, and how; a page that does not exist stands for the nearest that does.
        pictures: who draws.
    """
    if look.text_only:
        return Shown(exhibit, _nearest(look.page, exhibit), ())
    return await draw(exhibit, look.page, look.theme, pictures)


def _nearest(number: int, exhibit: Exhibit) -> int:
    return min(max(number, 0), len(exhibit.pages) - 1)


async def draw(exhibit: Exhibit, number: int, theme: Theme, pictures: Pictures) -> Shown:
    """Draw one page.

    Args:
        exhibit: what to show.
        number: the page, from 0; one that does not exist stands for the nearest that does.
        theme: the colours.
        pictures: who draws.
    """
    number = _nearest(number, exhibit)
    pages = [exhibit.pages[number]]
    if number == 0 and exhibit.front is not None:
        pages.insert(0, exhibit.front)
    try:
        drawn = [Picture(await pictures.card(page.card, theme), page.alt) for page in pages]
    except PictureError:
        drawn = []
    return Shown(exhibit, number, tuple(drawn))
