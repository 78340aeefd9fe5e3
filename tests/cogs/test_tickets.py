"""Custom ids: short enough, read back, and suspicious of what they have not written."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.tickets import BUTTONS, LONGEST, SELECT, SELECT_TEMPLATE, TEMPLATE, Ticket, TicketError, read_ticket
from tutor.services.exhibits import View
from tutor.services.library import library
from tutor.services.pictures import Theme
from tutor.words.messages import LOCALES

tickets = st.builds(
    Ticket,
    what=st.text(min_size=1, max_size=60),
    view=st.sampled_from(View),
    page=st.integers(0, 9_999),
    locale=st.sampled_from(LOCALES),
    theme=st.sampled_from(Theme),
)


@given(tickets, st.sampled_from([*BUTTONS, SELECT]))
def test_what_is_written_reads_back(ticket: Ticket, action: str) -> None:
    written = ticket.custom_id(action)
    assert len(written) <= LONGEST
    match = (SELECT_TEMPLATE if action == SELECT else TEMPLATE).fullmatch(written)
    assert match is not None
    assert match["action"] == action
    assert read_ticket(match["ticket"]) == ticket


def test_every_law_fits_into_a_button() -> None:
    for law in library().laws:
        for view in View:
            assert Ticket(law, view, 999, "en", Theme.LIGHT).fits


def test_what_does_not_fit_says_so() -> None:
    ticket = Ticket("x" * 90, View.ALL, 0, "en", Theme.DARK)
    assert not ticket.fits
    with pytest.raises(TicketError):
        ticket.custom_id("next")


@given(st.from_regex(TEMPLATE, fullmatch=True))
def test_what_only_looks_like_one_is_refused_or_can_be_answered(forged: str) -> None:
    match = TEMPLATE.fullmatch(forged)
    assert match is not None
    with suppress(TicketError):
        ticket = read_ticket(match["ticket"])
        assert ticket.at(ticket.page + 1).look.page > 0


def test_pages_do_not_go_below_the_first() -> None:
    ticket = Ticket("3.1", View.ALL, 0, "en", Theme.DARK)
    assert ticket.at(-1).page == 0
    assert ticket.at(3, View.STEP).view is View.STEP
    assert ticket.at(3).look.page == 3
