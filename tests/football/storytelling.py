"""Storylines for tests: of real seasons, and of small ones written as a paper prints them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from football.loading import matches_of

from site_builder.football.model import GoalEvent, GoalKind, Match, Minute, Side
from site_builder.football.stages import season_stages
from site_builder.football.storyline_values import Story, before_of
from site_builder.football.storylines import storylines

FILES = {
    "World Cup": "football-txt/worldcup/2022/2022_full.txt",
    "Serie A": "football-txt/italy/2020-21/1-seriea.txt",
    "Coppa Italia": "football-txt/italy/2020-21/cup.txt",
    "Premier League": "football-txt/england/2023-24/1-premierleague.txt",
}
