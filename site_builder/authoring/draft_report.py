"""A draft as the text of a report: every value with the sentence it comes from, what is unsure said to be so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_builder.authoring.articles.draft import Draft, DraftDismissal, DraftGoal, DraftResult, Found
from site_builder.authoring.quoting import comment, mapping, scalar, within_flow
from site_builder.football.model import GoalKind, Score, Side

UNKNOWN_COMPETITION = "To be named"
_LONGEST_EVIDENCE = 160


def report_of(draft: Draft) -> str:
    """The whole file: front matter with `draft: true`, then the article unchanged."""
    assert draft.result, "an article without two teams makes no report"
    lines = [
        "---",
        comment("A draft from an article: check what is here against it, then take `draft: true` away."),
        *([f"title: {scalar(draft.title)}"] if draft.title else []),
        "draft: true",
        *_lines_of(draft, draft.result),
        "---",
        "",
    ]
    return "\n".join(lines) + draft.body


def _lines_of(draft: Draft, result: DraftResult) -> Iterator[str]:
    yield from _value("date", draft.date, "the text does not say when it was", str)
    yield from _value("competition", draft.competition or _unnamed())
    yield from _value("season", draft.season, "", lambda season: season.text)
    yield from _value("round", draft.round)
    yield from _value("group", draft.group)
    yield from _value("leg", draft.leg, "", str)
    yield from _value("home", result.home)
    yield from _value("away", result.away)
    yield from _score(result)
    yield from _goals(draft.goals, result.score.value if result.score else None)
    yield from _dismissals(draft.dismissals)
    yield from _value("venue", draft.venue)
    yield from _value("referee", draft.referee)
    yield from _value("attendance", draft.attendance, "", str)


def _unnamed() -> Found[str]:
    return Found(UNKNOWN_COMPETITION, unsure="the text names no competition that the site knows")


def _value(key: str, found: Found[object] | None, absent: str = "", write: object = None) -> Iterator[str]:
    """A key with its evidence above it; what is missing and should not be is said."""
    if found is None:
        if absent:
            yield comment(f"unsure: {absent}")
            yield f"# {key}:"
        return
    yield from _evidence(found.evidence)
    if found.place:
        yield comment(f"as in {found.place}")
    if found.unsure:
        yield comment(f"unsure: {found.unsure}")
    yield f"{key}: {write(found.value) if callable(write) else scalar(str(found.value))}"


def _evidence(sentence: str) -> Iterator[str]:
    if sentence:
        short = sentence if len(sentence) <= _LONGEST_EVIDENCE else sentence[: _LONGEST_EVIDENCE - 1].rsplit(" ", 1)[0] + " …"
        yield comment(f"“{short}”")


def _score(result: DraftResult) -> Iterator[str]:
    if result.score is None:
        yield comment("unsure: the text gives no score")
        yield "# score:"
        return
    text = _plain(result.score.value) + (" aet" if result.extra_time else "")
    told = [result.score, *([result.extra_time] if result.extra_time else []), *([result.shootout] if result.shootout else [])]
    if result.shootout:
        text += f", {_plain(result.shootout.value)} pens"
    for sentence in dict.fromkeys(part.evidence for part in told):
        yield from _evidence(sentence)
    for doubt in filter(None, dict.fromkeys(part.unsure for part in told)):
        yield comment(f"unsure: {doubt}")
    yield f"score: {text}"
    if result.half_time:
        yield from _value("half_time", result.half_time, "", _plain)


def _plain(score: Score) -> str:
    return f"{score.home}-{score.away}"


def _goals(goals: Iterable[DraftGoal], final: Score | None) -> Iterator[str]:
    goals = tuple(goals)
    by_side = {side: [goal for goal in goals if goal.side is side] for side in Side}
    if any(by_side.values()):
        yield "goals:"
        for side, own in by_side.items():
            if own:
                yield f"  {side}:"
                for goal in own:
                    yield from (f"    {line}" for line in _goal(goal))
    for goal in (goal for goal in goals if goal.side is None):
        yield comment(f"unsure: {goal.player}{f' {goal.minute.text}' if goal.minute else ''}{_mark(goal)}: {goal.unsure}")
        yield from _evidence(goal.evidence)
    missing = final.home + final.away - len(goals) if final else 0
    if missing > 0:
        yield comment(f"unsure: {missing} of the goals {'was' if missing == 1 else 'were'} not found in the text")


def _mark(goal: DraftGoal) -> str:
    return {GoalKind.PENALTY: " (pen)", GoalKind.OWN_GOAL: " (own goal)"}.get(goal.kind, "")


def _goal(goal: DraftGoal) -> Iterator[str]:
    yield from _evidence(goal.evidence)
    if goal.unsure:
        yield comment(f"unsure: {goal.unsure}")
    values = {"player": within_flow(goal.player)}
    if goal.minute:
        values["minute"] = goal.minute.text
    if goal.kind is not GoalKind.GOAL:
        values["kind"] = goal.kind.value
    yield f"- {mapping(values)}"


def _dismissals(found: Iterable[DraftDismissal]) -> Iterator[str]:
    found = tuple(found)
    sure = [one for one in found if one.side and one.minute]
    if sure:
        yield "cards:"
    for side in Side:
        own = [one for one in sure if one.side is side]
        for one in own:
            yield from (f"  {line}" for line in _evidence(one.evidence))
        if own:
            cards = ", ".join(
                f"{one.player} {one.minute.text}' ({'Y/R' if one.is_second_yellow else 'R'})" for one in own if one.minute
            )
            yield f"  {side}: {scalar(cards)}"
    for one in found:
        if one not in sure:
            minute = f" {one.minute.text}'" if one.minute else ""
            yield comment(f"unsure: {one.player}{minute} sent off: {one.unsure}")
            yield from _evidence(one.evidence)
