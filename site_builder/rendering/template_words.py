"""The words that a theme says by itself, in the site's language: ``_``, ``ngettext``, ``pgettext`` and ``number`` of templates.

The names are gettext's, the places in messages Python's, filled by name:

    {{ _("Report") }}
    {{ _("By {author}", author=listed(root, text.authors)) }}
    {{ ngettext("{count} match", "{count} matches", view.count) }}
    {{ pgettext("column", "W") }}

Markup that is filled in stays markup; everything else is escaped.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import Markup, escape
from msgspec import Struct

from site_builder.language.words import Words


class TemplateWords(Struct, frozen=True, eq=False):
    """What templates call, bound to the words of one language."""

    words: Words

    @property
    def functions(self) -> Mapping[str, Callable[..., str]]:
        """By the names that templates know."""
        return {"_": self.gettext, "ngettext": self.ngettext, "pgettext": self.pgettext, "number": self.words.number}

    def gettext(self, text: str, **values: object) -> str:
        """A message."""
        said = self.words(text)
        return self._filled(said, values) if values else said

    def pgettext(self, context: str, text: str, **values: object) -> str:
        """A message whose translation depends on where it stands."""
        said = self.words.within(context, text)
        return self._filled(said, values) if values else said

    def ngettext(self, one: str, many: str, count: int, **values: object) -> str:
        """A message that depends on a number, its ``{count}``; other values are put in as text."""
        return self.words.plural(one, many, count, **values)

    def _filled(self, said: str, values: Mapping[str, object]) -> str:
        given = {name: self.words.numeral(value) if type(value) is int else value for name, value in values.items()}
        if any(type(value) is Markup for value in given.values()):
            return Markup(escape(said)).format_map(given)  # noqa: S704 - it is escaped, and so is what is filled in
        return said.format_map(given)
