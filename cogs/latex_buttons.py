"""The buttons under a formula: Show source, Change theme, Delete; they work after a restart and for ever."""

from __future__ import annotations

from cogs.drawn_buttons import DrawnButton, drawn_template, drawn_view
from cogs.host import Interaction
from cogs.localising import locale_of
from cogs.presenting import LONGEST_MESSAGE, Reply, drawn_files, refusal, written
from tutor.services.formulas_typed import TypedFormulas
from tutor.services.pictures import Theme
from tutor.services.sentences import error_words
from tutor.words.messages import Locale

VERSION = "nl1"
TEMPLATE = drawn_template(VERSION, "source")


class FormulaButton(DrawnButton, template=TEMPLATE):
    """Show source or Change theme."""

    async def as_text(self, interaction: Interaction) -> Reply:
        """The sources, as they were typed."""
        sources = await interaction.client.services.typed_formulas.sources(self.name)
        return Reply(*written("\n\n".join(sources), locale_of(interaction)))

    async def in_theme(self, interaction: Interaction, theme: Theme) -> Reply:
        """The formulas in these colours."""
        shown = await interaction.client.services.typed_formulas.again(self.name, self.locale, theme)
        return formulas_reply(shown, self.locale, theme)


def formulas_reply(shown: TypedFormulas, locale: Locale, theme: Theme, *, text_only: bool = False) -> Reply:
    """Formulas as a message, with their buttons; of those that were not understood, why.

    Args:
        shown: the formulas.
        locale: the language of the message.
        theme: the colours of the pictures.
        text_only: whether the formulas are to be told in words, without pictures.
    """
    pictures = [one.picture for one in shown.formulas if one.picture is not None]
    said = [refusal(error_words(one.error, locale)) for one in shown.formulas if one.error is not None]
    if text_only and pictures:
        room = max(LONGEST_MESSAGE - sum(len(one) + 1 for one in said), 0)
        words, files = written("\n\n".join(picture.alt for picture in pictures), locale, room=room)
        told = "\n".join((*said, words))[:LONGEST_MESSAGE]
        return Reply(told, files, drawn_view(FormulaButton, VERSION, "source", (locale, theme), ""))
    content = "\n".join(said)[:LONGEST_MESSAGE] or None
    view = drawn_view(FormulaButton, VERSION, "source", (locale, theme), shown.name)
    return Reply(content, drawn_files(pictures), view)
