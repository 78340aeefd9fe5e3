"""Parties: a channel races over a row of questions."""
