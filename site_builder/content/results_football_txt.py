"""Football.TXT: results and fixtures as openfootball writes them, in its current and its legacy forms.

A file is read line by line; each line is understood or is a problem with its
place. What a line can be is tried in this order: blank, title, definition of a
group or matchday, heading, date (with a time and place or without), a named
line (``Refs:``, a line-up), a squad's player, goals, match.

    = Italian Serie A 2025/26
    ▪ Matchday 1
      Sat Aug 23 2025
        18:30  Genoa CFC               v US Lecce                 0-0
               US Sassuolo Calcio      v SSC Napoli               0-2 (0-1)

Headings nest by their squares (``▪``, ``▪▪``); see `results_stages` for what
they mean, `results_dates` for how the year of a date is found, `football_txt_match`
for the forms of a match. A date or heading ends a match: goals and line-ups
belong to the match right before them.
"""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace

from site_builder.content.decoding import with_line_feeds
from site_builder.content.football_txt_clock import Clock, is_place
from site_builder.content.football_txt_definitions import HEADING, definition_of
from site_builder.content.football_txt_details import Details
from site_builder.content.football_txt_match import MatchLine, MatchLineError, Where, match_line, where_of
from site_builder.content.football_txt_source import Line, Lines, lines_of, until_closed, while_indented
from site_builder.content.model import MatchFacts
from site_builder.content.results_checks import Spots, checked_row, invisible_problems
from site_builder.content.results_dates import Calendar, Day, read_date
from site_builder.content.results_model import GroupTeams, ResultRow, ResultsFile, RoundDates
from site_builder.content.results_stages import is_cup, names_a_round, stage_of
from site_builder.content.results_titles import Titled, names_a_cup, titled
from site_builder.football.model import Happenings
from site_builder.problems import Place, Problem, in_order, warning

_TITLE = re.compile(r"(={1,6})(?!=)\s*(.*?)\s*=*")
_RULE = re.compile(r"[=\-_*~]{3,}")
_NUMBER = re.compile(r"\(\d{1,4}\)\s*")
_SQUAD = re.compile(r"(?:\d{1,3}|-)\s*,\s*[^,]+,\s*[A-Z]{2}\b.*")
_LONGEST_LINE = 2000
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class _Reader(Struct):
    path: str
    lines: Lines
    details: Details
    told: Titled
    calendar: Calendar
    title: str = ""
    headings: tuple[tuple[int, str], ...] = ()
    clock: Clock = Clock()
    where: Where = field(default_factory=Where)
    groups: list[GroupTeams] = field(default_factory=list)
    matchdays: list[RoundDates] = field(default_factory=list)
    rows: list[ResultRow] = field(default_factory=list)
    stages: list[tuple[str, ...]] = field(default_factory=list)
    spots: list[Spots] = field(default_factory=list)
    has_match: bool = False

    @property
    def problems(self) -> list[Problem]:
        return self.details.problems

    def read(self) -> None:
        kinds = (
            self._rule,
            self._title,
            self._definition,
            self._heading,
            self._date,
            self._named,
            self._squad,
            self._goals,
            self._match,
        )
        while (line := self.lines.take()) is not None:
            if len(line.text) > _LONGEST_LINE:
                self._wrong("long-line", line, f"the line has {len(line.text)} characters", "Wrap it.")
            elif line.text and not any(kind(line) for kind in kinds):
                self._not_understood(line)

    def _rule(self, line: Line) -> bool:
        return _RULE.fullmatch(line.text) is not None

    def _title(self, line: Line) -> bool:
        found = _TITLE.fullmatch(line.text)
        if not found or not found[2]:
            return False
        self._end_of_match()
        level = len(found[1])
        if level > 1:
            self._enter(level - 10, found[2])
            return True
        self.told = titled(found[2], self.path)
        self.calendar = Calendar(self.told.season)
        self.title = self.title or found[2]
        self.headings, self.clock = (), Clock()
        return True

    def _definition(self, line: Line) -> bool:
        found = definition_of(line.text)
        if not found:
            return False
        self._end_of_match()
        if found.days is None:
            self.groups.append(GroupTeams(found.name, found.teams))
            return True
        calendar = Calendar(self.calendar.season, self.calendar.last)
        first, last = (self._resolved(day, line, calendar) for day in found.days)
        if first and last:
            self.matchdays.append(RoundDates(found.name, first, last))
        return True

    def _heading(self, line: Line) -> bool:
        found = HEADING.fullmatch(line.text)
        if not found and (line.text.endswith(",") or not names_a_round(line.text)):
            return False
        self._end_of_match()
        self._enter(len(found[1]) if found else 1, (found[2] if found else line.text).rstrip(" :"))
        return True

    def _enter(self, level: int, name: str) -> None:
        self.headings = (*((above, heading) for above, heading in self.headings if above < level), (level, name))

    def _date(self, line: Line) -> bool:
        """A date alone, or with a time and place; not the date before a match."""
        found = read_date(line.text)
        rest = line.text[found.end :].strip() if found else ""
        if not found or not is_place(rest):
            return False
        self._end_of_match()
        self.clock = Clock(self._resolved(found.day, line, self.calendar))
        self.where = Where()
        self.clock, rest = self.clock.timed(rest)
        if rest:
            self.where = where_of(rest.removeprefix("@").strip())
        return True

    def _named(self, line: Line) -> bool:
        facts = self.rows[-1].facts if self.has_match else None
        named = self.details.named(line.text, facts)
        if named is None:
            return False
        block = self.lines.wrapped(line, while_indented)
        if facts is None:
            self._wrong("no-match", line, f"`{named.key}:` belongs to no match", "Put it right after its match.")
        elif named.key == "goals":
            self._tell(self.details.goals(facts, block, named.start))
        else:
            self._tell(self.details.tell(facts, named, block))
        return True

    def _tell(self, facts: MatchFacts) -> None:
        self.rows[-1] = replace(self.rows[-1], facts=facts)

    def _squad(self, line: Line) -> bool:
        return _SQUAD.fullmatch(line.text) is not None

    def _match(self, line: Line) -> bool:
        number = _NUMBER.match(line.text)
        text = line.text[number.end() :] if number else line.text
        before, day = self.clock, read_date(text)
        if day:
            text = text[day.end :].strip()
            self.clock = Clock(self._resolved(day.day, line, self.calendar))
        self.clock, rest = self.clock.timed(text)
        prefixed = bool(number or day or rest != text or line.indent)
        try:
            match = match_line(rest, has_prefix=prefixed)
        except MatchLineError as error:
            self._wrong("bad-match", line, str(error), error.fix)
            self.has_match = False
            return True
        if match is None:
            self.clock = before
            return False
        self._add(line, match)
        return True

    def _add(self, line: Line, match: MatchLine) -> None:
        where = match.where
        attendance = where.attendance if where.attendance is not None else self.where.attendance
        facts = MatchFacts(
            competition=self.told.competition or "",
            home=match.home,
            away=match.away,
            when=self.clock.when(where.offset),
            season=self.told.season,
            status=match.status,
            result=match.result,
            venue=where.venue or self.where.venue,
            happenings=Happenings(attendance=attendance),
        )
        self.where = Where()
        self.rows.append(ResultRow(facts, line.number))
        self.details.spots = {}
        self.spots.append(self.details.spots)
        self.stages.append(tuple(heading for _, heading in self.headings))
        self.has_match = True

    def _goals(self, line: Line) -> bool:
        if line.text[0] not in "([" or _NUMBER.match(line.text) or read_date(line.text):
            return False
        block = self.lines.wrapped(line, until_closed)
        if self.has_match:
            self._tell(self.details.goals(self.rows[-1].facts, block))
        else:
            self._wrong("no-match", line, "these goals belong to no match", "Put them right after their match.")
        return True

    def _resolved(self, day: Day, line: Line, calendar: Calendar) -> date | None:
        try:
            found = calendar.resolved(day)
        except ValueError as error:
            self._wrong("bad-date", line, str(error), "Mend the date.")
            return None
        if found is None:
            self._wrong(
                "no-year",
                line,
                "the year of this date is not known",
                "Write it, as in `Sat Aug 23 2025`, or put a season in the title.",
            )
        elif day.weekday not in (None, found.weekday()):
            said = f"{found.isoformat()} is a {_WEEKDAYS[found.weekday()]}, not a {_WEEKDAYS[day.weekday or 0]}"
            self.problems.append(warning("wrong-weekday", self._place(line), said, "Check the date."))
        return found

    def _end_of_match(self) -> None:
        self.has_match = False

    def _not_understood(self, line: Line) -> None:
        shown = line.text if len(line.text) <= 60 else f"{line.text[:60]}…"
        fix = "A match is `Home v Away  2-1 (1-0)`, a date `Sat Aug 23 2025`, a round `▪ Matchday 1`; `#` starts a comment."
        name = re.match(r"([^:()\[\]]{1,60}):\s", line.text)
        if name and self.has_match:
            facts = self.rows[-1].facts
            self.lines.wrapped(line, while_indented)
            said = f"`{name[1]}` is neither a known word nor a team of `{facts.home} v {facts.away}`"
            self._wrong("not-understood", line, said, "A line-up starts with the team's name as the match has it.")
        else:
            self._wrong("not-understood", line, f"`{shown}` is not understood", fix)

    def _place(self, line: Line) -> Place:
        return Place(self.path, line.number, line.column, len(line.text))

    def _wrong(self, code: str, line: Line, message: str, fix: str) -> None:
        self.problems.append(Problem(code, self._place(line), message, fix))

    def finished(self) -> ResultsFile:
        cup = is_cup((name for path in self.stages for name in path), titled_cup=names_a_cup(f"{self.title} {self.path}"))
        rows: list[ResultRow] = []
        for row, headings, spots in zip(self.rows, self.stages, self.spots, strict=True):
            facts = replace(row.facts, stage=stage_of(headings, cup=cup)) if headings else row.facts
            checked, problems = checked_row(self.path, ResultRow(facts, row.line), spots)
            rows.append(checked)
            self.problems.extend(problems)
        known = titled(self.title, self.path)
        return ResultsFile(
            self.path, self.title, known.competition, known.season, tuple(self.groups), tuple(self.matchdays), tuple(rows)
        )


def read_football_txt(path: str, text: str) -> tuple[ResultsFile, tuple[Problem, ...]]:
    """Read a Football.TXT file; ``path`` is relative to the site's folder. Raises nothing for what the file holds."""
    details = Details(path)
    text = with_line_feeds(text.removeprefix("\ufeff"))

    def unclosed(number: int) -> None:
        details.problems.append(
            Problem("open-comment", Place(path, number), "a comment `<!--` is never closed", "Put `-->` after it.")
        )

    told = titled("", path)
    reader = _Reader(path, Lines(list(lines_of(text, unclosed))), details, told, Calendar(told.season))
    details.problems.extend(invisible_problems(path, text))
    reader.read()
    return reader.finished(), in_order(reader.problems)
