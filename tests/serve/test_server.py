"""The server of the watch mode with many clients, slow ones, and those that vanish."""

from __future__ import annotations

import resource
import signal
import socket
import threading
from pathlib import Path

import pytest

from builders import TestSite, report
from serving import FILE, Client, until, watching
from site_builder.serve.server import Server, bind


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


def test_what_the_loop_meant_to_do_after_the_end_of_the_server_is_not_told(
    output: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def closed() -> None:
        raise ValueError("Invalid file descriptor: -1")

    with bind("127.0.0.1", 0) as listening, Server(output, listening) as server:
        loop = server._loop  # noqa: SLF001 - what asyncio does with it by itself
        loop.call_soon_threadsafe(closed)
        until(lambda: "Invalid file descriptor" in caplog.text, "while it serves, a fault is told")
        caplog.clear()
        assert server._ended  # noqa: SLF001 - as above
        server._ended.set()  # noqa: SLF001 - the moment between the end and the last call
        loop.call_soon_threadsafe(closed)
    assert "Invalid" not in caplog.text


def test_more_clients_than_open_files_are_no_end_of_it(site: TestSite) -> None:
    site.write({FILE: report()})
    with watching(site) as watch:
        resource.prlimit(watch.process.pid, resource.RLIMIT_NOFILE, (60, 60))
        many = [watch.client.connect() for _ in range(200)]
        site.write({FILE: report(refere="Orsato")})
        until(lambda: "Did you mean `referee`?" in watch.said, "a mistake is told all the same")
        site.write({FILE: report(score="2-2")})
        until(lambda: "2–2" in site.page("index.html"), "the edit is built all the same")
        for one in many:
            one.close()
        until(lambda: "2–2" in watch.client.ask("/").text, "a client is served again")
        assert watch.end(signal.SIGINT) == 130
    assert "Traceback" not in watch.said
