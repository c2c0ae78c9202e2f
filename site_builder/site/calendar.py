"""When a competition's matches take place: the zone their kick-offs are written in, the season a date falls in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from site_builder.content.model import CompetitionFile, When
from site_builder.football.model import Season
from site_builder.football.rule_books import RuleBook
from site_builder.football.rulebooks import rule_book
from site_builder.site.names import NameBook


@dataclass(frozen=True, slots=True)
class Calendar:
    """Answers for all competitions: from their files, their rule books, else from the site's settings."""

    files: Mapping[str, CompetitionFile]
    names: NameBook
    timezone: str

    def _book(self, competition: str) -> RuleBook | None:
        return rule_book(self.names.shown.get(competition, competition)) or rule_book(competition)

    def zone_of(self, competition: str) -> str:
        """The time zone in which a competition's kick-offs are written: the file's, else the site's."""
        file = self.files.get(competition)
        return file.timezone if file and file.timezone else self.timezone

    def season_of(self, competition: str, when: When) -> Season | None:
        """The season that a date falls in, None where the competition's rules do not tell."""
        book = self._book(competition)
        return book.season_of(when.date) if book else None
