"""A new article: the file where it is expected, ready to be written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from site_builder.authoring.files import Taken, create
from site_builder.authoring.notes import Outcome
from site_builder.authoring.quoting import comment, scalar
from site_builder.content.slugs import slugify
from site_builder.folders import folders_of, read_config
from site_builder.outcome import WrongSettings


def new_article(folder: Path, title: str, day: date) -> Outcome:
    """Write a new article of a day. Raises `WrongSettings`, and OSError."""
    folders = folders_of(folder)
    config, wrong = read_config(folders)
    if wrong:
        raise WrongSettings(wrong, "Nothing was written.")
    slug = slugify(title)
    if not slug:
        return Outcome(lines=(f"`{title}` leaves nothing for a file's name. Write it with letters or digits.",), is_problem=True)
    path = f"content/articles/{day.year}/{day}-{slug[:80].strip('-')}.md"
    try:
        create(folders.site / path, _text(title, day, config.author))
    except Taken:
        return Outcome(lines=(f"{path} is there already and was left as it is.",), is_problem=True)
    return Outcome(lines=(f"Wrote {path}.",))


def _text(title: str, day: date, author: str) -> str:
    lines = [
        "---",
        f"title: {scalar(title)}",
        f"date: {day}",
        *([f"author: {scalar(author)}"] if author else [comment("author:")]),
        comment("teams: [Atalanta, Napoli]"),
        comment("people: [Duván Zapata]"),
        comment("match: 2021-02-10 Atalanta v Napoli"),
        comment("tags: [analysis]"),
        "---",
        "",
        "",
    ]
    return "\n".join(lines)
