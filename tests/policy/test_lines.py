"""A key of a TOML file is found by its path."""

from __future__ import annotations

import pytest

from prexport.policy.lines import line_of

TEXT = """\
fail-on = "error"  # line 1
[levels]
link-vague = "error"
[ levels . "pdf" ]
  "link-vague" = "notice"

[[waivers]]
rule = "a"
until = 2027-01-31
[[waivers]] # another
rule = "b"
reason = "[levels]"
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("fail-on", 1),
        ("levels", 2),
        ("levels.link-vague", 3),
        ("levels.pdf", 4),
        ("levels.pdf.link-vague", 5),
        ("waivers[0].until", 9),
        ("waivers[1].rule", 11),
        ("waivers[1].until", 10),
        ("colour", 0),
    ],
)
def test_a_key_or_the_table_that_should_hold_it(path: str, line: int) -> None:
    assert line_of(TEXT, path) == line


def test_in_a_table_of_another_file() -> None:
    text = "[project]\nname = 'x'\n[tool.prexport]\nfail-on = 1\n[[tool.prexport.waivers]]\nrule = 'x'\n"
    assert line_of(text, "tool.prexport.fail-on") == 4
    assert line_of(text, "tool.prexport.waivers[0].rule") == 6
