"""Interactions: what a person does, and how the bot answers it within Discord's deadlines."""
