"""A player, manager or referee, from every match that names them."""

from __future__ import annotations

from site_builder.content.model import PersonFile
from site_builder.football.model import GoalEvent, GoalKind, LineUp, Match
from site_builder.football.scorers import was_played
from site_builder.incremental.memo import Memo
from site_builder.language.words import Words, message
from site_builder.pages.json_ld import person_node
from site_builder.pages.keys import PageKey
from site_builder.pages.links import link, meta_of, team_link
from site_builder.pages.parts import Fact
from site_builder.pages.rows import row_of
from site_builder.pages.teasers import pieces_about
from site_builder.pages.text import NO_TEXT, text_of
from site_builder.pages.views import Appearance, PersonView
from site_builder.pages.wording import goals_counted, matches_counted
from site_builder.site import model, questions
from site_builder.site.people import people_named

ROLES = ("player", "manager", "referee", "assistant referee")
_ROLES = {
    "player": message("player"),
    "manager": message("manager"),
    "referee": message("referee"),
    "assistant referee": message("assistant referee"),
}
_PLAYED = frozenset({"player"})
_POSITIONS = {
    "goalkeeper": message("goalkeeper"),
    "defender": message("defender"),
    "midfielder": message("midfielder"),
    "forward": message("forward"),
    "striker": message("striker"),
    "winger": message("winger"),
}


def role_words(role: str, words: Words) -> str:
    """What somebody is, in the site's language; a role of an author's own as written."""
    return words(_ROLES[role]) if role in _ROLES else role


def position_words(position: str, words: Words) -> str:
    """A player's position: the usual ones in the site's language, others as written."""
    known = _POSITIONS.get(position.lower())
    return words(known) if known and words.knows(known) else position


def _summary(words: Words, name: str, matches: int, goals: int | None) -> str:
    """What a person's page holds; ``goals`` is None for who never played."""
    if goals is None:
        return words.plural("{name}: {count} match held here.", "{name}: {count} matches held here.", matches, name=name)
    held, scored = matches_counted(words, matches), goals_counted(words, goals)
    return words("{name}: {matches}, {goals}.", name=name, matches=held, goals=scored)


def person_view(read: Memo, key: PageKey) -> PersonView:
    """A person; the newest match comes first."""
    slug = key.about
    name = questions.person(read, slug).name
    file = read.find(model.PERSON_FILES, slug)
    matches = [questions.match_of(read, i) for i in reversed(questions.matches_of_person(read, slug))]
    goals = [goal for match in matches if was_played(match) for goal in _goals_in(match, slug)]
    roles = _roles(file, matches, slug)
    words = questions.words_of(read)
    said = (file.publication.description or file.prose.excerpt) if file else ""
    said = said or _summary(words, name, len(matches), len(goals) if "player" in roles else None)
    teams = _teams(matches, slug)
    nodes = [person_node(read, slug, teams)]
    return PersonView(
        meta=meta_of(read, key, name, said, link(read, words("People"), "people"), nodes=nodes),
        name=name,
        roles=tuple([role_words(role, words) for role in roles]),
        facts=_facts(read, file),
        text=text_of(read, key, file) if file else NO_TEXT,
        teams=tuple([team_link(read, team) for team in teams]),
        goals=len(goals),
        penalties=sum(goal.kind is GoalKind.PENALTY for goal in goals),
        appearances=tuple([Appearance(row_of(read, m.id), _part_in(m, slug, words)) for m in matches]),
        teasers=pieces_about(read, key.address),
    )


def _goals_in(match: Match, slug: str) -> list[GoalEvent]:
    """Somebody's goals that count for the scorer."""
    return [goal for goal in match.happenings.goals or () if goal.player == slug and goal.kind is not GoalKind.OWN_GOAL]


def _facts(read: Memo, file: PersonFile | None) -> tuple[Fact, ...]:
    if file is None:
        return ()
    words = questions.words_of(read)
    told = (
        Fact(words("Born"), words.day(file.born) if file.born else ""),
        Fact(words("Nationality"), file.nationality),
        Fact(words.within("person", "Position"), position_words(file.position, words)),
    )
    return tuple(fact for fact in told if fact.value)


def _teams(matches: list[Match], slug: str) -> tuple[str, ...]:
    """Teams that a person belonged to in these matches, the most frequent first."""
    teams: dict[str, int] = {}
    for match in matches:
        for team in {t for person, t in people_named(match.happenings, match.home, match.away) if t and person == slug}:
            teams[team] = teams.get(team, 0) + 1
    return tuple(sorted(teams, key=lambda t: (-teams[t], t)))


def _roles(file: PersonFile | None, matches: list[Match], slug: str) -> tuple[str, ...]:
    found = set[str](file.roles if file else ()).union(*[_roles_in(match, slug) for match in matches])
    return tuple(sorted(found, key=lambda r: (ROLES.index(r) if r in ROLES else len(ROLES), r)))


def _roles_in(match: Match, slug: str) -> frozenset[str]:
    happened = match.happenings
    managers = happened.managers
    roles = ["manager"] if slug in (managers.home, managers.away) else []
    if slug == happened.referee:
        roles.append("referee")
    if slug in happened.assistants:
        roles.append("assistant referee")
    return frozenset(roles) if roles else _PLAYED


def _part_in(match: Match, slug: str, words: Words) -> str:
    """What somebody did in a match, in words: ``2 goals, sent off``, ``substitute, 64'``, ``manager``."""
    roles = _roles_in(match, slug)
    parts = [] if roles is _PLAYED else [role_words(role, words) for role in sorted(roles)]
    line_ups = match.happenings.line_ups
    for line_up in (line_ups.home, line_ups.away):
        if line_up:
            parts += _in_line_up(line_up, slug, words)
    goals = [g for g in match.happenings.goals or () if g.player == slug]
    scored = sum(g.kind is not GoalKind.OWN_GOAL for g in goals)
    parts += [goals_counted(words, scored)] if scored else []
    parts += [words.plural("{count} own goal", "{count} own goals", len(goals) - scored)] if len(goals) > scored else []
    return ", ".join(parts)


def _in_line_up(line_up: LineUp, slug: str, words: Words) -> list[str]:
    parts = [words("started")] if slug in line_up.starters else []
    for change in line_up.substitutions:
        minute = f"{change.minute.text}'" if change.minute else ""
        if change.on == slug:
            parts.append(words("on {minute}", minute=minute) if minute else words("on"))
        if change.off == slug:
            parts.append(words("off {minute}", minute=minute) if minute else words("off"))
    return parts
