"""Pictures of what the tutor says, drawn with Typst from `data/templates` and kept by content."""

from bot.pictures.cards import CardPictures

__all__ = ["CardPictures"]
