"""The front matter of an article and of a plain page."""

from __future__ import annotations

from typing import ClassVar, Final

from pydantic import Field

from site_builder.content.schema.common import PageModel
from site_builder.content.schema.value_types import Line, Moment, NamesInList, SeasonText

TRANSLATION: Final = "The file of the text that this is a translation of, beside this one or from content/ on: final.md."


class ArticleModel(PageModel):
    """All keys of a preview, analysis, interview or piece of news."""

    called: ClassVar[str] = "an article"

    title: Line = Field(description="The headline.")
    date: Moment | None = Field(None, description="The day, or the time, of publication.")
    teams: NamesInList = Field((), description="Teams that the article is about.")
    people: NamesInList = Field((), description="People that the article is about.")
    competition: Line | None = Field(None, description="The competition that it is about.")
    season: SeasonText | None = Field(None, description="The season that it is about: 2020-21, or 2026.")
    match: Line | None = Field(None, description="The match that it belongs to: 2026-02-05 Atalanta v Juventus.")
    translation_of: Line = Field("", description=TRANSLATION)


class PlainPageModel(PageModel):
    """All keys of a plain page."""

    called: ClassVar[str] = "a page"

    title: Line = Field("", description="The title of the page.")
    translation_of: Line = Field("", description=TRANSLATION)
