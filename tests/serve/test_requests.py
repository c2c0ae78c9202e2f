"""Which requests the server of the watch mode refuses: foreign names, other methods, what is none."""

from __future__ import annotations

import pytest

from serving import Client
from site_builder.serve.requests import Refused, check_origin, parse_request


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "", "10.0.0.1", "localhost@x"])
def test_a_foreign_host_is_refused(client: Client, host: str) -> None:
    assert client.ask("/", Host=host).status == 403
    assert client.ask("/.site-builder/events?page=/", Host=host).status == 403


@pytest.mark.parametrize("host", ["localhost:{port}", "127.0.0.1", "[::1]:{port}", "LocalHost:9000"])
def test_the_servers_own_names_are_taken(client: Client, host: str) -> None:
    assert client.ask("/", Host=host.format(port=client.host.rpartition(":")[2])).status == 200


@pytest.mark.parametrize("bound", ["0.0.0.0", "::"])
@pytest.mark.parametrize(
    ("host", "is_own"),
    [
        ("192.168.1.5:8000", True),
        ("[fe80::1]:8000", True),
        ("localhost:8000", True),
        ("evil.example:8000", False),
        ("192.168.1.5.evil.example", False),
        ("192.168.1", False),
        ("my-laptop", False),
    ],
)
def test_who_listens_on_every_address_is_known_by_addresses_and_by_no_name(host: str, bound: str, *, is_own: bool) -> None:
    request = parse_request(f"GET / HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
    if is_own:
        check_origin(request, bound)
    for address in [bound] * (not is_own) + ["127.0.0.1"] * (host != "localhost:8000"):
        with pytest.raises(Refused) as refused:
            check_origin(request, address)
        assert refused.value.status == 403


def test_the_name_that_it_was_given_is_its_own() -> None:
    request = parse_request(b"GET / HTTP/1.1\r\nHost: My-Laptop:8000\r\n\r\n")
    check_origin(request, "my-laptop")
    with pytest.raises(Refused):
        check_origin(request, "other-laptop")


def test_news_are_told_of_pages_only_and_their_head_is_an_end(client: Client) -> None:
    for page in ("/", "../secrets", "/.hidden", "%5c"):
        answer = client.ask(f"/.site-builder/events?page={page}", "HEAD")
        assert (answer.status, answer.body, answer.headers["content-type"]) == (200, b"", "text/event-stream; charset=utf-8")
    listening = client.listen("/../secrets")
    assert listening.next("reload") == ""
    listening.close()


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
