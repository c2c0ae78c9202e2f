"""Hostile strings in every field of every kind of content, in the settings and in results: a browser runs none of them.

Every page is opened in Chromium with an ear on ``alert``, dialogs, errors and requests; then every
element is looked at, as a browser made it, for attributes and addresses that would run if touched.
``make trust`` opens all pages with all strings, ``make test`` some of them with each.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, Request

from builders import TestSite
from figures import IS_FULL, Figures
from hostile_fields import BODY, FIELDS, IN_BASE, RESULTS, Hostile, hostile_documents, hostile_results
from hostile_strings import STRINGS
from photographs import photo
from site_builder.content.modelling import MODELS
from site_builder.outcome import ProblemsInContent

TRIED = [STRINGS[turn::8] for turn in range(8)] if IS_FULL else [STRINGS[::20]]
"""Sites of strings of every class."""
SETTLED_BY = 12
"""So many times what only the whole site can refuse is taken out."""
SETTINGS = 'base_url = "https://example.org/fanzine"\n'
LISTEN = """
window.ran = [];
for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = (...given) => { window.ran.push(name); };
window.addEventListener("securitypolicyviolation", event => window.ran.push(event.violatedDirective));
"""
LOOK = r"""() => {
  const found = [...window.ran];
  const runs = address => /^(?:javascript|vbscript|data:(?!image\/(?:png|jpeg|gif|webp|avif)))/i
    .test(address.replace(/^[\u0000-\u0020]+/, "").replace(/[\t\n\r]/g, ""));
  const led = new Set(
    ["href", "src", "action", "formaction", "xlink:href", "data", "poster", "cite", "srcset", "background", "ping"]);
  const frames = new Set(["iframe", "object", "embed", "base", "portal", "frame"]);
  const isOurs = script => script.type === "application/ld+json" || /\/(?:assets\/js|search)\/[\w.-]+\.js$/.test(script.src);
  for (const element of document.querySelectorAll("*")) {
    for (const {name, value} of element.attributes)
      if (/^on/i.test(name) || name === "srcdoc" || (led.has(name.toLowerCase()) && runs(value)))
        found.push(`<${element.localName} ${name}=${value}>`);
    if (frames.has(element.localName) || (element.localName === "script" && !isOurs(element)))
      found.push(element.outerHTML.slice(0, 200));
    if (element.localName === "meta" && /refresh/i.test(element.httpEquiv) && !/^\d+; *url=[^:]*$/i.test(element.content))
      found.push(element.outerHTML);
  }
  for (const data of document.querySelectorAll("script[type='application/ld+json']")) JSON.parse(data.textContent);
  return found;
}"""


class Ear:
    """A page of the browser that notes what runs on it and what it asks for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.heard: list[str] = []
        page.add_init_script(LISTEN)
        page.on("dialog", self.dismiss)
        page.on("pageerror", lambda error: self.heard.append(f"error {error}"))
        page.on("popup", lambda _: self.heard.append("popup"))
        page.on("request", self.note)

    def dismiss(self, dialog: Dialog) -> None:
        self.heard.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def note(self, request: Request) -> None:
        """Anything but files, and pictures that an author named by their addresses; there is no network to answer it."""
        is_picture = request.resource_type == "image" and request.url.startswith("https://example.org/")
        if not is_picture and not request.url.startswith("file:"):
            self.heard.append(f"request {request.url}")

    def ran_on(self, file: Path) -> list[str]:
        self.heard.clear()
        self.page.goto(file.as_uri())
        if '<meta http-equiv="refresh"' in file.read_text(encoding="utf-8"):
            # An old address leads on at once; what it leads to is looked at like itself.
            self.page.wait_for_url(lambda url: url != file.as_uri())
        found: list[str] = self.page.evaluate(LOOK)
        return [f"{file.name}: {one}" for one in (*self.heard, *found)]


@pytest.fixture
def scratch(tmp_path: Path) -> TestSite:
    return TestSite(tmp_path / "scratch")


@pytest.fixture
def ear(browser: Browser) -> Iterator[Ear]:
    context = browser.new_context(offline=True)
    yield Ear(context.new_page())
    context.close()


def built(site: TestSite, documents: Iterable[Hostile]) -> list[Hostile]:
    """The site with all of them, but for what the whole site refuses: a picture that is not there, a name that is taken."""
    kept = {document.path: document for document in documents}
    site.write({path: document.text for path, document in kept.items()})
    for _ in range(SETTLED_BY):
        try:
            site.build()
        except ProblemsInContent as found:
            for problem in found.problems:
                if problem.is_error:
                    leave_out(site, kept, problem.place.path, str(problem.place.key[0]) if problem.place.key else BODY)
        else:
            return list(kept.values())
    raise AssertionError("the site never came to an end")


def leave_out(site: TestSite, kept: dict[str, Hostile], path: str, key: str) -> None:
    document = kept.get(path)
    if document and document.fields.pop(key, None) is not None:
        site.write({path: document.text})
    elif (site.folder / path).is_file() and not (document and set(document.fields) & {key}):
        kept.pop(path, None)
        site.remove(path)


def test_every_key_of_every_kind_is_tried() -> None:
    for kind, model in MODELS.items():
        keys = {field.alias or name for name, field in model.model_fields.items()}
        assert keys - IN_BASE == set(FIELDS[kind]) - {BODY} - IN_BASE, kind
    assert len(STRINGS) >= 120


@pytest.mark.parametrize("strings", TRIED, ids=range(len(TRIED)))
def test_no_string_runs_in_any_field(scratch: TestSite, ear: Ear, figures: Figures, strings: tuple[str, ...]) -> None:
    scratch.write({"site.toml": SETTINGS, "content/a.png": photo(kind="PNG"), **dict(hostile_results(strings))})
    documents = built(scratch, hostile_documents(strings))
    taken = sum(len(document.fields) for document in documents)
    tried = sum(map(len, FIELDS.values())) * len(strings)
    pages = sorted(scratch.output.rglob("*.html"))
    ran = [one for page in pages for one in ear.ran_on(page)]
    assert ran == []
    assert taken > tried * 0.4, "about half of the fields are texts, else nothing was tried"
    assert len(pages) > len(documents)
    figures.add("hostile strings", len(strings))
    figures.add("hostile strings: fields tried", tried + len(RESULTS) * len(strings))
    figures.add("hostile strings: fields that took them", taken)
    figures.add("hostile strings: pages opened", len(pages))
    figures.add("hostile strings: scripts run", len(ran))


@pytest.mark.parametrize("string", STRINGS if IS_FULL else STRINGS[3::40])
def test_no_string_runs_in_the_settings(scratch: TestSite, ear: Ear, figures: Figures, string: str) -> None:
    scratch.write({"content/pages/about.md": "---\ntitle: About\n---\nText.\n"})
    lines = [SETTINGS]
    quoted = json.dumps(string, ensure_ascii=True)
    texts = [f"{key} = {quoted}\n" for key in ("title", "description", "author")]
    for line in (*texts, f'[menu]\n{quoted} = "about.html"\n', f"x = {quoted}\n"):
        scratch.write({"site.toml": "".join((*lines, line))})
        try:
            scratch.build()
        except ProblemsInContent:
            continue
        lines.append(line)
    scratch.write({"site.toml": "".join(lines)}).build()
    ran = [one for name in ("index", "about", "404", "search") for one in ear.ran_on(scratch.output / f"{name}.html")]
    assert ran == []
    figures.add("hostile strings: fields tried", 5)
    figures.add("hostile strings: fields that took them", len(lines) - 1)
    figures.add("hostile strings: scripts run", len(ran))


def test_the_ear_hears(tmp_path: Path, ear: Ear) -> None:
    """What it listens for is heard, or the tests above would say nothing."""
    for markup, heard in {
        "<script>alert(1)</script>": "alert",
        "<p onclick=alert(1)>": "<p onclick=alert(1)>",
        "<a href=' java\nscript:alert(1)'>x</a>": "<a href",
        "<iframe></iframe>": "<iframe",
        "<img src='http://example.net/a.png'>": "request http://example.net/a.png",
        "<script src='https://example.org/x.js'></script>": "request https://example.org/x.js",
        "<script>throw Error('x')</script>": "error x",
    }.items():
        (tmp_path / "a.html").write_text(f"<!doctype html><meta charset=utf-8>{markup}", encoding="utf-8")
        ran = ear.ran_on(tmp_path / "a.html")
        assert any(heard in one for one in ran), (markup, ran)
    assert re.search("alert", " ".join(STRINGS))
