"""How reporters word the facts of a match: sentences for `seeded_conflicts`, each with room for right and wrong facts."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

from msgspec import Struct

from seeded_numbers import UNITS, in_words, ordinal, ordinal_in_words

KINDS = ("score", "running", "minute", "scorer", "side", "goal kind", "venue", "date", "competition", "through")


class Goal(Struct, frozen=True):
    """A goal; ``kind`` is ``pen``, ``og`` or empty."""

    player: str
    minute: int
    side: str
    kind: str


WORDINGS = {
    "won": (
        "{W} beat {L} {s}.",
        "{W} ran out {s} winners.",
        "The final score was {s}.",
        "It ended {s}.",
        "{L} lost {s} to {W}.",
        "{L} were beaten {s} by {W}.",
        "{W} came away with a {s} victory.",
        "{W} won {s}, and few could argue.",
        "A {s} win for {W} was no more than they had earned.",
        "{W} celebrated a {s} win over {L}.",
        "At full time it was {s} to {W}.",
        "{H} {x}–{y} {A} was how it finished.",
        "Full time: {H} {x}–{y} {A}.",
        "{W} defeated {L} by {g} goals to {h}.",
        "It finished {g}-{h_} to {W}.",
        "A {s} defeat for {L} tells only half the story.",
        "{W} saw off {L} {s}.",
        "{W} have won {s} against {L}.",
        "{W} claimed a deserved {s} success.",
        "The match finished {s}.",
        "{W} edged {L} {s}.",
    ),
    "drawn": (
        "{H} and {A} drew {s}.",
        "It ended {s}.",
        "The final score was {s}.",
        "{H} and {A} shared the points in a {s} draw.",
        "{H} {x}–{y} {A} was how it finished.",
        "{A} held {H} to a {s} draw.",
        "The match finished {s}.",
        "It finished all square at {s}.",
    ),
    "running": (
        "{P} made it {r} in the {nth} minute.",
        "{P}'s goal made it {r}.",
        "After {n} minutes {P} made it {r}.",
        "When {P} scored it was {r}.",
        "{P} struck on {n} minutes to make it {r}.",
        "{P} scored for {r} in the {nth} minute.",
        "In the {nth} minute {P} found the net, and it was {r}.",
        "{P} ({n}') made the score {r}.",
    ),
    "minute": (
        "{P} scored in the {nth} minute.",
        "{P} struck on {n} minutes.",
        "In the {nth} minute {P} found the net.",
        "{P} scored for {T} after {n} minutes.",
        "{P} netted in the {nth_} minute.",
        "The {nth} minute brought a goal, from {P}.",
        "It was {P} who scored, in the {nth} minute.",
        "{P} headed home in the {nth} minute.",
        "{T} scored through {P} in the {nth} minute.",
        "{P}'s goal came in the {nth} minute.",
        "On {n} minutes {P} beat the goalkeeper and scored.",
        "{P} had scored in the {nth}.",
        "{T} got their goal when {P} finished in the {nth} minute.",
        "With {n} minutes gone, {P} scored.",
        "{P} ({n}') scored.",
        "Goal for {T}: {P}, {n}'.",
        "{P} slotted it past the goalkeeper in minute {n}.",
    ),
    "penalty": (
        "{P} converted a penalty in the {nth} minute.",
        "In the {nth} minute {P} scored from the spot.",
        "{P}'s {nth}-minute penalty counted.",
        "{T} were awarded a penalty, and {P} scored it in the {nth} minute.",
        "{P} sent the goalkeeper the wrong way from the spot after {n} minutes.",
    ),
    "own": (
        "{P} put through his own net in the {nth} minute.",
        "An own goal by {P} in the {nth} minute helped {T}.",
        "{P} turned the ball into his own net on {n} minutes.",
        "{P}'s own goal came in the {nth} minute.",
    ),
    "side": (
        "{P} scored for {T} in the {nth} minute.",
        "{P} put {T} back in it with his goal in the {nth} minute.",
        "{T} scored through {P} in the {nth} minute.",
        "The goal for {T} came from {P} in the {nth} minute.",
        "{P} struck for {T} on {n} minutes.",
        "{P} found the net for {T} after {n} minutes.",
        "In the {nth} minute {P} scored {T}'s goal.",
    ),
    "venue": (
        "{H} met {A} in {V}, where it finished {s}.",
        "{W} beat {L} in {V}.",
        "The crowd in {V} saw {k} goals.",
        "The match was played in {V}.",
        "It ended {s} in {V}.",
        "{H} and {A} played in front of a noisy crowd in {V}.",
    ),
    "date": (
        "The match on {D} was played in fine weather.",
        "The game was played on {D}.",
        "{H} met {A} on {D}.",
        "The {C} match on {D} began late.",
        "The match, played on {D}, started slowly.",
        "On {D} {H} and {A} met.",
    ),
    "competition": (
        "This {C} match had everything.",
        "It was a {C} match to remember.",
        "The {C} meeting of {H} and {A} was a lively one.",
        "The {C} tie began slowly.",
        "{H} and {A} met in the {C}.",
    ),
    "through": (
        "{Q} went through on penalties.",
        "{Q} won the shoot-out.",
        "{Q} won on penalties.",
        "{U} were out, beaten on penalties.",
        "{Q} knocked {U} out on penalties.",
        "{Q} prevailed on penalties.",
    ),
}


class Facts(Struct, frozen=True):
    """What the front matter of a report says."""

    home: str
    away: str
    score: tuple[int, int]
    goals: tuple[Goal, ...]
    venue: str
    competition: str
    day: date
    winner: str

    def name(self, side: str) -> str:
        return self.home if side == "home" else self.away

    @property
    def long_day(self) -> str:
        return f"{self.day.day} {self.day:%B} {self.day.year}"

    def stood(self) -> set[tuple[int, int]]:
        """Every score of the match, either way round."""
        found = {(0, 0), self.score}
        home = away = 0
        for goal in self.goals:
            home, away = home + (goal.side == "home"), away + (goal.side == "away")
            found.add((home, away))
        return found | {(b, a) for a, b in found}

    def other_minute(self, rng: random.Random, near: int) -> int:
        taken = {goal.minute + n for goal in self.goals for n in (-1, 0, 1)}
        return rng.choice([m for m in range(max(2, near - 25), min(89, near + 25)) if m not in taken] or [1])

    def right(self, kind: str, rng: random.Random) -> str:
        return self._sentence(kind, rng, {})

    def wrong(self, kind: str, rng: random.Random, players: list[str], venues: list[str], competitions: list[str]) -> str:
        # An own goal can be told as for the one or for the other side.
        goals = [goal for goal in self.goals if kind != "side" or goal.kind != "og"]
        if not goals:
            return ""
        goal = rng.choice(goals)
        others = [g.player for g in self.goals if g.player != goal.player]
        make: dict[str, Callable[[], dict[str, object]]] = {
            "score": lambda: {"score": self._other_score(kind, rng)},
            "running": lambda: {"score": self._other_score(kind, rng)},
            "minute": lambda: {"minute": self.other_minute(rng, goal.minute)},
            "scorer": lambda: {"player": rng.choice(others if others and rng.random() < 0.3 else players)},
            "side": lambda: {"side": "away" if goal.side == "home" else "home"},
            "goal kind": lambda: {"kind": rng.choice([k for k in ("pen", "og") if k != goal.kind])},
            "venue": lambda: {"venue": rng.choice([v for v in venues if v not in (self.venue, self.home, self.away)])},
            "date": lambda: {"day": self.day + timedelta(days=rng.choice((-30, -7, -1, 1, 3, 12, 366)))},
            "competition": lambda: {"competition": rng.choice([c for c in competitions if not self._is_near(c)])},
            "through": lambda: {"winner": "away" if self.winner == "home" else "home"},
        }
        return self._sentence(kind, rng, {"goal": goal, **make[kind]()})

    def _is_near(self, competition: str) -> bool:
        """Whether one of two names of competitions is a part of the other: then either may be meant."""
        return competition in self.competition or self.competition in competition

    def _other_score(self, kind: str, rng: random.Random) -> tuple[int, int]:
        """A score near to the right one that never stood; a final one of the same outcome."""
        home, away = self.score
        stood = self.stood()
        scores = [(a, b) for a in range(8) for b in range(8) if (a, b) not in stood]
        if kind == "score":
            scores = [(a, b) for a, b in scores if (a > b) == (home > away) and (a == b) == (home == away)]
        return min(scores, key=lambda s: abs(s[0] - home) + abs(s[1] - away) + rng.random() * 2)

    def _sentence(self, kind: str, rng: random.Random, wrong: dict[str, object]) -> str:
        goal = wrong.get("goal") or rng.choice(self.goals)
        assert isinstance(goal, Goal)
        score = wrong.get("score") if kind == "score" else None
        x, y = score if isinstance(score, tuple) else self.score
        is_home = self.score[0] > self.score[1] or (self.score[0] == self.score[1] and self.winner != "away")
        day = wrong.get("day", self.day)
        assert isinstance(day, date)
        through = str(wrong.get("winner", self.winner or "home"))
        side = str(wrong.get("side", goal.side))
        minute = wrong.get("minute", goal.minute)
        assert isinstance(minute, int)
        key = self._wording(kind, goal, wrong)
        running = wrong["score"] if kind == "running" and wrong else self._after(goal)
        assert isinstance(running, tuple)
        best, least = max(x, y), min(x, y)
        template = rng.choice(WORDINGS[key])
        if wrong and kind == "competition" and "met in" in template:
            template = WORDINGS[key][0]
        return template.format(
            H=self.home,
            A=self.away,
            W=self.name("home" if is_home else "away"),
            L=self.name("away" if is_home else "home"),
            s=f"{best}{rng.choice('-–')}{least}",
            x=x,
            y=y,
            g=in_words(best) if best < 13 else best,
            h=UNITS[least],
            h_=UNITS[least],
            P=wrong.get("player", goal.player),
            T=self.name(side),
            n=minute,
            nth=ordinal(minute),
            n_=in_words(minute),
            nth_=ordinal_in_words(minute),
            r=f"{running[0]}{rng.choice('-–')}{running[1]}",
            V=wrong.get("venue", self.venue),
            C=wrong.get("competition", self.competition),
            D=f"{day.day} {day:%B} {day.year}" if rng.random() < 0.7 else f"{day:%B} {day.day}, {day.year}",
            Q=self.name(through),
            U=self.name("away" if through == "home" else "home"),
            k=in_words(len(self.goals)),
        )

    def _wording(self, kind: str, goal: Goal, wrong: dict[str, object]) -> str:
        if kind == "score":
            return "drawn" if self.score[0] == self.score[1] else "won"
        if kind in ("minute", "scorer", "goal kind"):
            manner = str(wrong.get("kind", goal.kind))
            return {"pen": "penalty", "og": "own", "": "minute"}[manner]
        return "own" if kind == "side" and goal.kind == "og" else kind

    def _after(self, goal: Goal) -> tuple[int, int]:
        home = sum(g.side == "home" for g in self.goals if g.minute <= goal.minute)
        return home, sum(g.minute <= goal.minute for g in self.goals) - home
