"""What the server of the watch mode serves: the files of the output, and nothing that lies elsewhere."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from serving import PAGE, Client


def test_a_page_is_served_with_the_script_and_the_file_stays_as_it_is(client: Client, output: Path) -> None:
    answer = client.ask("/")
    assert answer.status == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert "access-control-allow-origin" not in answer.headers
    assert answer.body.index(b'<script src="/.site-builder/live.js"') < answer.body.index(b"</body>")
    assert int(answer.headers["content-length"]) == len(answer.body)
    assert (output / "index.html").read_bytes() == PAGE


def test_the_script_that_pages_name_is_served(client: Client) -> None:
    answer = client.ask("/.site-builder/live.js")
    assert (answer.status, answer.headers["content-type"]) == (200, "text/javascript; charset=utf-8")
    assert "EventSource" in answer.text
    assert "const siteBuilderPage" in answer.text
    assert ".innerHTML =" not in answer.text


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("a.css", "text/css; charset=utf-8"),
        ("a.json", "application/json; charset=utf-8"),
        ("a.svg", "image/svg+xml; charset=utf-8"),
        ("a.ics", "text/calendar; charset=utf-8"),
        ("a.xml", "application/xml; charset=utf-8"),
        ("a.jpg", "image/jpeg"),
        ("A.WOFF2", "font/woff2"),
        ("a", "application/octet-stream"),
    ],
)
def test_a_file_has_the_type_of_its_suffix_and_its_own_bytes(client: Client, output: Path, name: str, type_: str) -> None:
    (output / name).write_bytes(b"\x00bytes\xff</body>")
    answer = client.ask(f"/{name}?version=1")
    assert (answer.status, answer.headers["content-type"], answer.body) == (200, type_, b"\x00bytes\xff</body>")


def test_addresses_are_decoded_once(client: Client, output: Path) -> None:
    assert client.ask("/teams/s%C3%A3o-paulo.html").status == 200
    (output / "100%25.txt").write_text("percent")
    assert client.ask("/100%2525.txt").text == "percent"


def test_a_folder_is_its_index_and_never_a_listing(client: Client) -> None:
    assert "Teams" in client.ask("/teams/").text
    moved = client.ask("/teams")
    assert (moved.status, moved.headers["location"]) == (301, "/teams/")
    assert client.ask("/empty/").status == client.ask("/empty").status == 404


def test_what_is_not_there_is_the_sites_own_404_page(client: Client, output: Path) -> None:
    answer = client.ask("/teams/nobody.html")
    assert answer.status == 404
    assert "Not here" in answer.text
    assert "live.js" in answer.text
    (output / "404.html").unlink()
    assert client.ask("/teams/nobody.html").status == 404


@pytest.mark.parametrize(
    "target",
    [
        "/../secret.txt",
        "/teams/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2e%2e%2fsecret.txt",
        "/%252e%252e/secret.txt",
        "/..%5csecret.txt",
        "/teams%5c..%5c..%5csecret.txt",
        "//etc/passwd",
        "///etc/passwd",
        "/%2fetc/passwd",
        "/teams/%00.html",
        "/%00",
        "/%ff.html",
        "/C:/secret.txt",
        "/.site-builder/ledger.jsonl",
        "/.SITE-BUILDER/ledger.jsonl",
        "/%2esite-builder/ledger.jsonl",
        "/.htaccess",
        "/.",
        "/index.html/",
        "/index.html/x",
        f"/{'a' * 5000}",
        f"/{'a/' * 2000}",
    ],
)
def test_nothing_outside_the_output_and_nothing_private_is_served(client: Client, target: str) -> None:
    answer = client.ask(target)
    assert answer.status in {400, 404}
    assert b"secret" not in answer.body
    assert b"root:" not in answer.body
    assert client.ask("/").status == 200


def test_a_link_that_leads_out_is_nothing(client: Client, output: Path, tmp_path: Path) -> None:
    (output / "out.txt").symlink_to(tmp_path / "secret.txt")
    (output / "up").symlink_to(tmp_path)
    (output / "loop.txt").symlink_to(output / "loop.txt")
    (output / "private.txt").symlink_to(output / ".site-builder" / "ledger.jsonl")
    (output / "inside.css").symlink_to(output / "site.css")
    os.mkfifo(output / "pipe.txt")
    answers = [client.ask(f"/{path}") for path in ("out.txt", "up/secret.txt", "loop.txt", "private.txt", "pipe.txt")]
    assert [answer.status for answer in answers] == [404] * 5
    assert not any(b"secret" in answer.body for answer in answers)
    assert client.ask("/inside.css").status == 200
