"""Solving equations and inequalities in one real unknown, with steps that the checker replays."""
