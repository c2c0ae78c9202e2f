"""The front matter of each kind of content: which keys there are, and what their values may be.

The models take what `front_matter` read (texts, lists, mappings) and give the
frozen values of `content.model` and `football.model`. They judge one value at a
time; what does not fit together within a match is for `consistency` to find.
The same models give the JSON Schemas that editors use.
"""

from __future__ import annotations

from site_builder.content.schema.article import ArticleModel, PlainPageModel
from site_builder.content.schema.base import HeadModel
from site_builder.content.schema.faults import problems_of
from site_builder.content.schema.match import MatchModel
from site_builder.content.schema.things import CompetitionModel, PersonModel, TeamModel, ThingModel, VenueModel

__all__ = [
    "ArticleModel",
    "CompetitionModel",
    "HeadModel",
    "MatchModel",
    "PersonModel",
    "PlainPageModel",
    "TeamModel",
    "ThingModel",
    "VenueModel",
    "problems_of",
]
