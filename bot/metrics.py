"""Figures for those who run the bot, in Prometheus' format."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest


class Metrics:
    """What the bot did: answers by command and outcome, and how long they took."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._answers = Counter(
            "napier_answers", "Answers by command or button and outcome", ("name", "outcome"), registry=self._registry
        )
        self._seconds = Histogram(
            "napier_answer_seconds",
            "From the interaction's arrival to the answer's delivery",
            ("name",),
            buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3, 10),
            registry=self._registry,
        )

    def observe(self, name: str, outcome: str, seconds: float) -> None:
        """Take note of one answer."""
        self._answers.labels(name, outcome).inc()
        self._seconds.labels(name).observe(seconds)

    def exposition(self) -> bytes:
        """All figures as text."""
        return generate_latest(self._registry)
