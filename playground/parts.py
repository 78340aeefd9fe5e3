"""What the page needs of the playground, named in one value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playground.gateway.gateway import Gateway
from playground.interactions.desk import Desk
from playground.people.person import Person
from playground.world import World


@dataclass(frozen=True, slots=True)
class Parts:
    """The world, the bot's line, the open interactions, and the people."""

    world: World
    gateway: Gateway
    desk: Desk
    people: Callable[[], list[Person]]
