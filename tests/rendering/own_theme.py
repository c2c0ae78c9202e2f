"""Own templates over the default theme, for tests of what comes of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from rendering.sample_parts import SITE
from rendering.samples import venue
from site_builder.folders import default_theme_folder
from site_builder.problems import Problem
from site_builder.rendering.template_faults import TemplateFault
from site_builder.rendering.templates import Theme, load_theme, render


def theme(folder: Path, **templates: str) -> Theme:
    """The default theme under own templates, named with ``__`` for the slash."""
    for name, source in templates.items():
        path = folder / f"{name.replace('__', '/')}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, "utf-8")
    return load_theme(folder, default_theme_folder(), None)


def rendered(theme_: Theme, template: str = "pages/venue.html") -> str:
    return render(theme_, template, SITE, venue()).decode()


def fault(theme_: Theme, template: str = "pages/venue.html") -> Problem:
    with pytest.raises(TemplateFault) as caught:
        rendered(theme_, template)
    return caught.value.problem
