"""What the docs say about going online: files for hosts are copied, and the files to copy keep what is promised of them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from builders import TestSite, report
from site_builder.cli import commands

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "docs" / "examples"
WORKFLOW = (EXAMPLES / "publish.yml").read_text(encoding="utf-8")
PUBLISHING = (ROOT / "docs" / "publishing.md").read_text(encoding="utf-8")


def test_files_for_hosts_come_to_the_top_as_they_are(site: TestSite) -> None:
    site.write(
        {
            "content/matches/a.md": report(),
            "content/_headers": (EXAMPLES / "_headers").read_bytes(),
            "content/_redirects": "/old /index.html 301\n",
            "content/CNAME": "example.org\n",
            "content/static/logo.svg": "<svg/>",
            "content/.well-known/security.txt": "Contact: us",
        }
    )
    site.build()
    assert (site.output / "_headers").read_bytes() == (EXAMPLES / "_headers").read_bytes()
    assert (site.output / "_redirects").read_text(encoding="utf-8") == "/old /index.html 301\n"
    assert (site.output / "CNAME").read_text(encoding="utf-8") == "example.org\n"
    assert (site.output / "static" / "logo.svg").exists()
    assert not (site.output / ".well-known").exists()


def test_every_action_is_pinned_by_its_commit_and_says_its_version() -> None:
    used = re.findall(r"uses: (.*)", WORKFLOW)
    assert len(used) >= 6
    assert [use for use in used if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use)] == []


def test_jobs_have_no_right_but_what_they_need() -> None:
    workflow: dict[str, Any] = yaml.safe_load(WORKFLOW)
    assert workflow["permissions"] == {}
    rights = {name: job["permissions"] for name, job in workflow["jobs"].items()}
    assert rights == {"build": {"contents": "read", "pages": "read"}, "publish": {"pages": "write", "id-token": "write"}}
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    assert [step for step in steps if "${{" in step.get("run", "")] == []  # else a name could bring in commands
    assert any(step.get("with", {}).get("path") == ".site-builder-cache" for step in steps)


@pytest.mark.parametrize("text", [WORKFLOW, PUBLISHING, (EXAMPLES / "Dockerfile").read_text(encoding="utf-8")])
def test_the_commands_that_hosts_run_exist(text: str) -> None:
    run = re.findall(r"site-builder (build|check)((?: --[a-z-]+)+)", text)
    assert run
    for name, options in run:
        known = {option for parameter in commands.commands[name].params for option in parameter.opts}
        assert set(options.split()) <= known


def test_a_container_serves_without_rights() -> None:
    dockerfile = (EXAMPLES / "Dockerfile").read_text(encoding="utf-8")
    stages = re.findall(r"^FROM (\S+)", dockerfile, re.MULTILINE)
    assert len(stages) == 2
    assert "unprivileged" in stages[-1]
    before_build = dockerfile[: dockerfile.index("RUN site-builder build")]
    assert before_build.rindex("USER author") > before_build.rindex("pip install")
