"""All matches by year, of a year by month, of a month by day."""

from __future__ import annotations

from itertools import groupby

from site_builder.incremental.memo import Memo
from site_builder.pages.keys import PageKey
from site_builder.pages.links import link, meta_of
from site_builder.pages.parts import Link
from site_builder.pages.rows import by_day
from site_builder.pages.views import ArchiveView, PeriodLink
from site_builder.pages.wording import matches_counted, month_of
from site_builder.site import model, questions

ALL = "matches"


def archive_view(read: Memo, key: PageKey) -> ArchiveView:
    """The archive of everything (``about`` is empty), of a year (``2021``) or of a month (``2021-02``)."""
    if not key.about:
        return _all(read, key)
    return _month(read, key) if "-" in key.about else _year(read, key)


def _size(read: Memo, month: str) -> int:
    return len(read.get(model.MATCHES_OF_MONTH, month))


def _years(read: Memo) -> dict[str, tuple[str, ...]]:
    months = questions.listed(read, "months")
    return {year: tuple(group) for year, group in groupby(months, key=lambda m: m[:4])}


def _year_link(read: Memo, year: str) -> Link:
    return link(read, year, f"matches/{year}")


def _month_link(read: Memo, month: str) -> Link:
    return link(read, month_of(month, questions.words_of(read)), f"matches/{month[:4]}/{month}")


def _neighbours(all_: tuple[str, ...], one: str) -> tuple[str, str]:
    """What comes before and after in a sorted list, empty at its ends."""
    at = all_.index(one)
    return all_[at - 1] if at else "", all_[at + 1] if at + 1 < len(all_) else ""


def _all(read: Memo, key: PageKey) -> ArchiveView:
    years = _years(read)
    sizes = {year: sum(_size(read, month) for month in months) for year, months in years.items()}
    periods = tuple(PeriodLink(_year_link(read, year), sizes[year]) for year in reversed(years))
    count = sum(sizes.values())
    words = questions.words_of(read)
    meta = meta_of(read, key, words("All matches"), words.plural("{count} match by year.", "{count} matches by year.", count))
    return ArchiveView(meta, words("All matches"), count, periods, ())


def _year(read: Memo, key: PageKey) -> ArchiveView:
    years = _years(read)
    months = years[key.about]
    periods = tuple(PeriodLink(_month_link(read, month), _size(read, month)) for month in months)
    count = sum(period.matches for period in periods)
    earlier, later = _neighbours(tuple(years), key.about)
    words = questions.words_of(read)
    heading = words("Matches of {period}", period=key.about)
    said = words.plural("{count} match of {year} by month.", "{count} matches of {year} by month.", count, year=key.about)
    return ArchiveView(
        meta=meta_of(read, key, heading, said, _crumb(read)),
        heading=heading,
        count=count,
        periods=periods,
        groups=(),
        earlier=_year_link(read, earlier) if earlier else None,
        later=_year_link(read, later) if later else None,
    )


def _month(read: Memo, key: PageKey) -> ArchiveView:
    month, ids = key.about, read.get(model.MATCHES_OF_MONTH, key.about)
    earlier, later = _neighbours(questions.listed(read, "months"), month)
    words = questions.words_of(read)
    heading = words("Matches of {period}", period=_month_link(read, month).text)
    said = f"{matches_counted(words, len(ids))}."
    return ArchiveView(
        meta=meta_of(read, key, heading, said, _crumb(read), _year_link(read, month[:4])),
        heading=heading,
        count=len(ids),
        periods=(),
        groups=by_day(read, ids),
        earlier=_month_link(read, earlier) if earlier else None,
        later=_month_link(read, later) if later else None,
    )


def _crumb(read: Memo) -> Link:
    return link(read, questions.say(read, "Matches"), ALL)
