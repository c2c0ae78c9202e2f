"""The server of the watch mode, asked by browsers, by slow clients, and by those who want what is not theirs."""

from __future__ import annotations

import json
import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from serving import Client, until
from site_builder.outcome import Built
from site_builder.problems import Place, Problem
from site_builder.serve.builds import Ended
from site_builder.serve.news import MOST_FILES, News
from site_builder.serve.server import Server, bind

PAGE = b"<!doctype html><title>x</title><body><p>Home</p></body></html>"


def built(*changed: str, edited: tuple[str, ...] = ()) -> Ended:
    return Ended(0.1, Built(1, 1, len(changed), 0, 0, (), changed), edited=edited)


def change(*files: str, page: bool = False) -> str:
    return json.dumps({"page": page, "files": list(files)})


REFUSED = Ended(0.1, None, (Problem("unknown-key", Place("content/a.md", 7, 1), "no <such> key", "Did you mean `score`?"),), "")


@pytest.fixture
def output(tmp_path: Path) -> Path:
    (tmp_path / "secret.txt").write_text("secret")
    folder = tmp_path / "output"
    (folder / "teams").mkdir(parents=True)
    (folder / ".site-builder").mkdir()
    (folder / ".site-builder" / "ledger.jsonl").write_text("secret")
    (folder / ".htaccess").write_text("secret")
    (folder / "index.html").write_bytes(PAGE)
    (folder / "404.html").write_bytes(PAGE.replace(b"Home", b"Not here"))
    (folder / "teams" / "index.html").write_bytes(PAGE.replace(b"Home", b"Teams"))
    (folder / "teams" / "são-paulo.html").write_bytes(PAGE)
    (folder / "site.css").write_text("p { color: red }")
    (folder / "empty").mkdir()
    return folder


@pytest.fixture
def server(output: Path) -> Iterator[Server]:
    with bind("127.0.0.1", 0) as listening, Server(output, listening) as started:
        yield started


@pytest.fixture
def client(server: Server) -> Client:
    return Client(server.url)


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


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "", "10.0.0.1", "localhost@x"])
def test_a_foreign_host_is_refused(client: Client, host: str) -> None:
    assert client.ask("/", Host=host).status == 403
    assert client.ask("/.site-builder/events?page=/", Host=host).status == 403


@pytest.mark.parametrize("host", ["localhost:{port}", "127.0.0.1", "[::1]:{port}", "LocalHost:9000"])
def test_the_servers_own_names_are_taken(client: Client, host: str) -> None:
    assert client.ask("/", Host=host.format(port=client.host.rpartition(":")[2])).status == 200


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1", "file://"])
def test_a_foreign_origin_is_refused_and_the_own_one_is_not(client: Client, origin: str) -> None:
    assert client.ask("/", Origin=origin).status == 403
    assert client.ask("/.site-builder/events?page=/", Origin=origin).status == 403
    assert client.ask("/", Origin=f"http://{client.host}").status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH"])
def test_there_is_nothing_to_do_but_to_read(client: Client, method: str) -> None:
    answer = client.ask("/", method)
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


def test_head_is_get_without_its_body(client: Client) -> None:
    answer = client.ask("/", "HEAD")
    assert (answer.status, answer.body) == (200, b"")
    assert answer.headers["content-length"] == client.ask("/").headers["content-length"]


@pytest.mark.parametrize(
    ("question", "status"),
    [
        (b"nonsense\r\n\r\n", 400),
        (b"\x16\x03\x01\x00\x00\r\n\r\n", 400),
        (b"GET http://127.0.0.1/ HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\n\r\n", 403),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\n folded\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nGET /", 400),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 40_000 + b"\r\n\r\n", 431),
    ],
)
def test_what_is_no_proper_request_is_refused(client: Client, question: bytes, status: int) -> None:
    assert client.raw(question).status == status
    assert client.ask("/").status == 200


def test_several_requests_go_through_one_connection(client: Client) -> None:
    question = f"GET /site.css HTTP/1.1\r\nHost: {client.host}\r\n\r\n".encode()
    with client.connect() as connection:
        connection.sendall(question * 3)
        connection.shutdown(socket.SHUT_WR)
        said = b""
        while chunk := connection.recv(65536):
            said += chunk
    assert said.count(b"HTTP/1.1 200 OK") == said.count(b"color: red") == 3


def test_two_hundred_idle_clients_and_as_many_that_listen_hold_nobody_up(client: Client) -> None:
    before = threading.active_count()
    idle = [client.connect() for _ in range(200)]
    listening = [client.listen("/") for _ in range(200)]
    assert client.ask("/").status == 200
    assert listening[-1].next("reload") == ""
    assert threading.active_count() < before + 40
    for one in [*idle, *(listener.connection for listener in listening)]:
        one.close()
    assert client.ask("/").status == 200


def test_a_client_that_vanishes_half_way_is_no_trouble(client: Client, output: Path) -> None:
    (output / "large.jpg").write_bytes(bytes(8 * 1024 * 1024))
    for _ in range(5):
        with client.connect() as connection:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
            connection.sendall(f"GET /large.jpg HTTP/1.1\r\nHost: {client.host}\r\n\r\n".encode())
            connection.recv(1000)
    assert len(client.ask("/large.jpg").body) == 8 * 1024 * 1024


def test_only_browsers_on_a_changed_page_are_told(client: Client, server: Server) -> None:
    version = News().version  # of another server: a browser that has no idea
    home, teams = client.listen("/", version), client.listen("/teams/", version)
    assert [one.next("reload") for one in (home, teams)] == ["", ""]
    server.tell(built("teams/index.html"))
    assert teams.next("change") == change(page=True)
    server.tell(built("site.css"))
    assert [one.next("change") for one in (home, teams)] == [change("site.css")] * 2
    home.close()
    teams.close()


def test_a_browser_learns_what_happened_before_it_listened(client: Client, server: Server) -> None:
    page = client.ask("/").text
    version = page.partition('data-version="')[2].partition('"')[0]
    server.tell(built("index.html"))
    server.tell(built("teams/são-paulo.html", edited=("teams/são-paulo.html",)))
    server.tell(REFUSED)
    listener = client.listen("/", version)
    events = listener.events()
    assert next(events) == ("change", change(page=True))
    assert next(events) == ("edited", "/teams/s%C3%A3o-paulo.html")
    name, data = next(events)
    assert name == "problems"
    assert json.loads(data) == [
        {"place": "content/a.md:7:1", "message": "no <such> key", "fix": "Did you mean `score`?", "excerpt": ""}
    ]
    server.tell(built())
    assert next(events) == ("problems", "[]")
    listener.close()


def test_a_browser_is_told_of_its_page_and_of_files_that_it_may_have_loaded() -> None:
    news = News()
    start = news.version
    news.ended(built("matches/a.html", "site.css"))
    middle = news.version
    news.ended(built("feed.xml", "data/a.json"))
    assert news.told("matches/a.html", start) == [("change", change("site.css", page=True))]
    assert news.told("index.html", start) == [("change", change("site.css"))]
    assert news.told("matches/a.html", middle) == []
    assert news.told("index.html", "elsewhere-1") == news.told("index.html", "") == [("reload", "")]
    news.ended(built("photos/a.JPG", "a.js"))
    assert news.told("index.html", middle) == [("change", change("a.js", "photos/a.JPG"))]
    assert news.told("index.html", start) == [("change", change("a.js", "photos/a.JPG", "site.css"))]
    news.ended(built(*(f"{number}.png" for number in range(MOST_FILES))))
    assert news.told("index.html", start) == [("reload", "")]
    for _ in range(300):
        news.ended(built("x.html"))
    assert news.told("index.html", middle) == [("reload", "")]  # too long ago to know
    assert news.told("index.html", news.version) == []


def test_a_browser_is_told_which_page_is_edited_unless_it_shows_it_or_many_are() -> None:
    news = News()
    start = news.version
    news.ended(built("a.html", edited=("a.html",)))
    assert news.told("index.html", start) == [("edited", "/a.html")]
    assert news.told("a.html", start) == [("change", change(page=True))]
    middle = news.version
    news.ended(built(edited=("articles/index.html",)))  # saved, and the page came out as before
    assert news.told("a.html", middle) == news.told("index.html", start) == [("edited", "/articles/")]
    news.ended(built("a.html", "b.html", edited=("a.html", "b.html")))
    assert news.told("c.html", start) == [("edited", "/articles/")]
    news.ended(Ended(0.1, failure="the disk is full"))
    assert news.told("a.html", news.version) == []


def test_a_port_that_is_taken_is_refused_or_passed_over() -> None:
    with bind("127.0.0.1", None) as first, bind("127.0.0.1", None) as second:
        ports = {first.getsockname()[1], second.getsockname()[1]}
        assert len(ports) == 2
        with pytest.raises(OSError, match="in use"):
            bind("127.0.0.1", first.getsockname()[1])


def test_the_end_of_the_server_hangs_up_on_those_that_listen(output: Path) -> None:
    before = threading.active_count()
    with bind("127.0.0.1", 0) as listening, Server(output, listening) as server:
        listener = Client(server.url).listen("/")
        listener.next("reload")
    assert list(listener.events()) in ([], [("problems", "[]")])
    listener.close()
    until(lambda: threading.active_count() <= before, "the server's threads end")
