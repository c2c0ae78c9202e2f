"""The style sheets are few files in the order of their layers; everything else is copied."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_builder.folders import default_theme_folder
from site_builder.rendering.template_faults import TemplateFault
from site_builder.rendering.templates import load_theme
from site_builder.rendering.theme_assets import LAYERS, STYLE_SHEET, assets


def written(folder: Path, **files: str) -> dict[str, str]:
    """The assets of the default theme under own files of these paths below ``assets/``."""
    for name, content in files.items():
        path = folder / "assets" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    return {asset.path: asset.data.decode(errors="replace") for asset in assets(load_theme(folder, default_theme_folder(), None))}


def sheet(folder: Path, **files: str) -> str:
    return written(folder, **files)[STYLE_SHEET]


def test_the_default_theme_is_three_style_sheets_an_icon_a_font_with_its_licence_and_scripts(tmp_path: Path) -> None:
    fonts = ["assets/fonts/OFL.txt", "assets/fonts/halfway-serif.woff2"]
    sheets = ["assets/lists.css", "assets/search.css", STYLE_SHEET]
    assert [name for name in written(tmp_path) if not name.endswith(".js")] == [*fonts, "assets/icon.svg", *sheets]


def test_a_sheet_one_folder_deeper_belongs_to_its_layer_in_a_file_of_its_own(tmp_path: Path) -> None:
    own = written(
        tmp_path, **{"css/components/lists/zz.css": ".mine { margin: 0 }", "css/tokens/club/colours.css": ":root { --a: 1 }"}
    )
    lists = own["assets/lists.css"]
    assert lists.index("@layer components {") < lists.index(".mine{margin:0}") < lists.index("@layer pages {")
    assert own["assets/club.css"] == "@layer tokens {\n:root{--a:1}\n}\n"
    assert ".mine" not in own[STYLE_SHEET]
    assert "@layer reset" in own[STYLE_SHEET]
    assert "@layer reset" not in lists


def test_no_rule_stands_in_two_style_sheets(tmp_path: Path) -> None:
    found = written(tmp_path)
    rules = [re.findall(r"[^@\n{}]+\{[^{}]+\}", found[name]) for name in ("assets/lists.css", STYLE_SHEET)]
    assert len(rules[0]) > 50
    assert set(rules[0]) & set(rules[1]) == set()


def test_layers_are_declared_first_and_come_in_their_order(tmp_path: Path) -> None:
    text = sheet(tmp_path)
    assert text.startswith("@layer reset, tokens, base, components, pages, print;\n")
    assert tuple(re.findall(r"^@layer (\w+) \{", text, re.MULTILINE)) == LAYERS
    assert text.count("{") == text.count("}")


def test_the_style_sheet_loads_the_typeface_and_nothing_else(tmp_path: Path) -> None:
    assert re.findall(r"@import|url\([^)]*\)|http", sheet(tmp_path)) == ["url(fonts/halfway-serif.woff2)"]


def test_an_own_file_takes_the_place_of_the_default_one_of_its_path(tmp_path: Path) -> None:
    own = written(tmp_path, **{"css/tokens.css": ":root { --accent: navy }", "icon.svg": "<svg/>", "fonts/a.txt": "x"})
    assert own["assets/icon.svg"] == "<svg/>"
    assert own["assets/fonts/a.txt"] == "x"
    assert "@layer tokens {\n:root{--accent:navy}\n}\n" in own[STYLE_SHEET]
    assert "prefers-color-scheme" not in own[STYLE_SHEET]


def test_a_sheet_in_the_folder_of_a_layer_belongs_to_it(tmp_path: Path) -> None:
    text = sheet(tmp_path, **{"css/components/zz-own.css": ".own {}"})
    assert text.index("@layer components {") < text.index(".own{}") < text.index("@layer pages {")


def test_a_sheet_of_no_layer_comes_last_and_wins(tmp_path: Path) -> None:
    assert sheet(tmp_path, **{"css/club.css": "a { color: red }"}).endswith("}\na{color:red}\n")


def test_comments_and_idle_spaces_go(tmp_path: Path) -> None:
    source = "/* one\n * two */\n.a .b,\n.c {\n    color: red; /* end */\n    margin: 0 auto;\n}\n\n\n.d { color: blue; }\n"
    assert sheet(tmp_path, **{"css/club.css": source}).endswith("}\n.a .b,.c{color:red;\nmargin:0 auto}.d{color:blue}\n")


def test_spaces_that_mean_something_stay(tmp_path: Path) -> None:
    source = (
        ".a :hover { inline-size: calc(1em + 2 * var(--b)) }\n@media (width > 1em) and (print) { .a > .b { margin: -1em - 2em } }"
    )
    text = sheet(tmp_path, **{"css/club.css": source})
    assert ".a :hover{inline-size:calc(1em + 2 * var(--b))}" in text
    assert "@media (width > 1em) and (print){.a > .b{margin:-1em - 2em}}" in text


def test_what_is_in_quotes_or_in_an_address_is_left_alone(tmp_path: Path) -> None:
    source = '.a { content: \'/* kept */ ; }\'; background: url(data:,/*x*/  y); quotes: "{  }" "a\\"  b" }'
    text = sheet(tmp_path, **{"css/club.css": source})
    assert '.a{content:\'/* kept */ ; }\';background:url(data:,/*x*/  y);quotes:"{  }" "a\\"  b"}' in text


def test_litter_is_not_published(tmp_path: Path) -> None:
    litter = {".icon.svg.swp": "x", "css/base.css~": "x", "#icon.svg#": "x"}
    assert list(written(tmp_path / "own", **litter)) == list(written(tmp_path / "none"))


def test_a_style_sheet_that_is_no_text_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "assets" / "css").mkdir(parents=True)
    (tmp_path / "assets" / "css" / "base.css").write_bytes(b"a {}\n\xff")
    with pytest.raises(TemplateFault) as caught:
        assets(load_theme(tmp_path, default_theme_folder(), None))
    assert str(caught.value.problem.place) == "templates/assets/css/base.css:2"


RELATIVE_LUMINANCE = (0.2126, 0.7152, 0.0722)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.2 defines it."""

    def luminance(colour: str) -> float:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return sum(weight * part for weight, part in zip(RELATIVE_LUMINANCE, linear, strict=True))

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def colours(style_sheet: str) -> dict[str, dict[str, str]]:
    """The theme's colours in the light, and those that take their place in the dark."""
    light, dark, _paper = re.findall(r":root\{([^}]*--paper:[^}]*)\}", style_sheet)
    plain = dict(re.findall(r"--(\w+):(#\w+)", light))
    return {"light": plain, "dark": plain | dict(re.findall(r"--(\w+):(#\w+)", dark))}


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), [(t, g) for t in ("ink", "quiet", "accent") for g in ("paper", "wash", "grass")])
def test_text_has_the_contrast_of_level_aa_in_light_and_dark(tmp_path: Path, mode: str, text: str, ground: str) -> None:
    found = colours(sheet(tmp_path))[mode]
    assert contrast(found[text], found[ground]) >= 4.5


def test_every_colour_has_another_in_the_dark_on_screens_alone(tmp_path: Path) -> None:
    text = sheet(tmp_path)
    found = colours(text)
    assert [name for name, colour in found["light"].items() if found["dark"][name] == colour] == []
    assert "@media screen and (prefers-color-scheme:dark){:root{--paper:" in text
