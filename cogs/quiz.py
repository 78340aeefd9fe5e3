"""`/quiz`: practice alone, the review of what is due, and the party of a channel."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands

from cogs.host import Host, Interaction
from cogs.localising import locale_of, localised, options, reader_of
from cogs.party_board import PartyButton, party_reply
from cogs.presenting import Reply, answer
from cogs.question_actions import ACTIONS, place_of, reviewed, typed
from cogs.question_ids import FORM_TEMPLATE
from cogs.question_items import QuestionButton
from cogs.question_replies import asked_reply
from tutor.services.errors import RequestError
from tutor.services.party.service import LEAST_SECONDS, MOST_SECONDS, USUAL_SECONDS, Call, PartyService
from tutor.services.practice import MOST_QUESTIONS, USUAL_QUESTIONS, PracticeService
from tutor.services.quiz.planning import ADAPTIVE
from tutor.services.quiz.topics import ALL, suggest_subjects
from tutor.services.records.parties import Party
from tutor.services.topics import LEVELS

OPTIONS = ("topic", "level", "questions")
LEVEL_CHOICES = [
    app_commands.Choice(name=localised("choice-level-adaptive"), value=ADAPTIVE),
    *(app_commands.Choice(name=localised(f"choice-level-{level}"), value=level) for level in LEVELS),
]


class HiddenChannelError(RequestError):
    """A party needs a channel that the bot can see."""

    kind = "party_hidden_channel"


class Quiz(commands.Cog):
    """The commands; what the buttons do is in `cogs.question_actions`."""

    group = app_commands.Group(name=localised("command-quiz"), description=localised("command-quiz.description"))

    def __init__(self, practice: PracticeService, parties: PartyService) -> None:
        self._practice = practice
        self._parties = parties

    @group.command(name=localised("command-quiz-practice"), description=localised("command-quiz-practice.description"))
    @options("quiz", *OPTIONS)
    @app_commands.choices(level=LEVEL_CHOICES)
    async def practice(
        self,
        interaction: Interaction,
        topic: str = ALL,
        level: int = ADAPTIVE,
        questions: app_commands.Range[int, 1, MOST_QUESTIONS] = USUAL_QUESTIONS,
    ) -> None:
        """Begin a private sitting."""
        await answer(interaction, self._practised(interaction, topic, level, questions), private=True)

    @group.command(name=localised("command-quiz-review"), description=localised("command-quiz-review.description"))
    async def review(self, interaction: Interaction) -> None:
        """Begin a private sitting about what is due today."""
        await answer(interaction, reviewed(interaction), private=True)

    @group.command(name=localised("command-quiz-party"), description=localised("command-quiz-party.description"))
    @options("quiz", *OPTIONS, "seconds")
    @app_commands.choices(level=LEVEL_CHOICES)
    async def party(
        self,
        interaction: Interaction,
        topic: str = ALL,
        level: int = ADAPTIVE,
        questions: app_commands.Range[int, 1, MOST_QUESTIONS] = USUAL_QUESTIONS,
        seconds: app_commands.Range[int, LEAST_SECONDS, MOST_SECONDS] = USUAL_SECONDS,
    ) -> None:
        """Call the channel to a race."""
        called: list[Party] = []
        message = await answer(interaction, self._called(interaction, Call(topic, level, questions, seconds), called))
        if called and message is not None:
            await self._parties.placed(called[0], message)

    @party.autocomplete("topic")
    @practice.autocomplete("topic")
    async def _suggest(self, interaction: Interaction, typed_so_far: str) -> list[app_commands.Choice[str]]:
        offered = suggest_subjects(typed_so_far, locale_of(interaction))
        return [app_commands.Choice(name=one.name, value=one.value) for one in offered]

    async def _called(self, interaction: Interaction, call: Call, called: list[Party]) -> Reply:
        """The message that a party begins with; the party goes into ``called``."""
        place = place_of(interaction)
        if place.guild is not None and not interaction.app_permissions.view_channel:
            raise HiddenChannelError
        party = await self._parties.call(reader_of(interaction), place, call)
        called.append(party)
        return party_reply(await self._parties.view(party))

    async def _practised(self, interaction: Interaction, topic: str, level: int, questions: int) -> Reply:
        reader = reader_of(interaction)
        asked = await self._practice.practise(reader, place_of(interaction), topic, level, questions)
        return asked_reply(asked, reader, pictured=False)


async def setup(host: Host) -> None:
    """Load the cog into a bot."""
    QuestionButton.actions.update(ACTIONS)
    host.add_dynamic_items(QuestionButton, PartyButton)
    host.add_form(FORM_TEMPLATE, typed)
    await host.add_cog(Quiz(host.services.practice, host.services.parties))
