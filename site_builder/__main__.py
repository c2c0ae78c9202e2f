"""``python -m site_builder`` and the command ``site-builder``: the command line, and the moment until it is loaded."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType
from typing import NoReturn


def main() -> NoReturn:
    """The program. Who ends it before it has begun gets the exit status, and no traceback."""
    for number in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _end)
    if os.name == "posix" and sys.getfilesystemencoding() != "utf-8":
        # Names of files shall mean the same in every locale.
        os.execv(sys.executable, [sys.executable, "-X", "utf8", "-m", "site_builder", *sys.argv[1:]])  # noqa: S606 - itself
    from site_builder import cli, process  # noqa: PLC0415 - that takes a tenth of a second

    process.run(cli.commands)


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    os._exit(128 + number)


if __name__ == "__main__":
    main()
