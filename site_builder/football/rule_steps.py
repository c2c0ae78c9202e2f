"""Reading the ranking of a competition: a list of criteria, with head-to-head as a list of its own.

[points, h2h, goal_difference, goals_for, lots]
[points, goal_difference, h2h.points, h2h.goal_difference]
[points, {h2h: [points, goal_difference], two: [goal_difference], reapplied: each}, goal_difference]
"""

from __future__ import annotations

from site_builder.football.rule_words import Word, meant, spelt
from site_builder.football.rules import Criterion, HeadToHead, Pending, RankStep, Reapplied

_WORDS = tuple(one.value for one in Criterion if one is not Criterion.UNDECIDED)
_BY_SPELLING = {spelt(one): Criterion(one) for one in _WORDS}
_MUTUAL = {spelt(one.removeprefix("h2h.")): Criterion(one) for one in _WORDS if one.startswith("h2h.")}


def parse_rank(word: Word) -> tuple[RankStep, ...]:
    """The steps of a ranking; neighbouring ``h2h.`` criteria become one head-to-head."""
    steps: list[RankStep] = []
    for item in word.items():
        step = _step(item)
        if isinstance(step, Criterion) and step.is_head_to_head:
            before = steps[-1] if steps and isinstance(steps[-1], HeadToHead) else None
            mutual = (*before.several, step) if before else (step,)
            steps = steps[:-1] if before else steps
            steps.append(HeadToHead(several=mutual, two=mutual))
        elif step is not None:
            steps.append(step)
    if Criterion.POINTS not in steps:
        steps.insert(0, Criterion.POINTS)
    return tuple(steps)


def _step(word: Word) -> RankStep | None:
    if not isinstance(word.value, str):
        return _head_to_head(word)
    if spelt(word.value) == "h2h":
        return HeadToHead()
    found = _BY_SPELLING.get(spelt(word.value))
    if found is None:
        known = ("h2h", *_WORDS)
        word.fail(f"`{word.value}` is no ranking criterion", meant(word.value, known) or f"Known: {', '.join(known)}.")
    return found


def _head_to_head(word: Word) -> HeadToHead | None:
    parts = word.parts(("h2h", "two", "reapplied", "pending"))
    if "h2h" not in parts:
        word.fail("this should be a criterion, or {h2h: [...]}")
        return None
    several = _mutual(parts["h2h"])
    two = _mutual(parts["two"]) if "two" in parts else several
    reapplied = _reapplied(parts["reapplied"]) if "reapplied" in parts else Reapplied.NO
    pending = parts["pending"].choice(Pending) if "pending" in parts else None
    return HeadToHead(several, two, reapplied, pending or Pending.SKIP)


def _reapplied(word: Word) -> Reapplied:
    """``true`` and ``yes`` mean what most competitions mean: once more among those still level."""
    if str(word.value).strip().lower() in {"true", "yes"}:
        return Reapplied.REMAINING
    if str(word.value).strip().lower() in {"false", "no"}:
        return Reapplied.NO
    return word.choice(Reapplied) or Reapplied.NO


def _mutual(word: Word) -> tuple[Criterion, ...]:
    found = []
    for item in word.items():
        criterion = _MUTUAL.get(spelt(str(item.value)).removeprefix("h2h."))
        if criterion is None:
            item.fail(f"`{item.value}` cannot be counted head-to-head", f"Known: {', '.join(_MUTUAL_WORDS)}.")
        else:
            found.append(criterion)
    return tuple(found)


_MUTUAL_WORDS = tuple(one.removeprefix("h2h.") for one in _WORDS if one.startswith("h2h."))
