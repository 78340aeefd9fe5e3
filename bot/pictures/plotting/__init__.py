"""Graphs drawn with matplotlib. Nothing here is imported outside of the worker that draws: see `bot.pictures.plots`."""
