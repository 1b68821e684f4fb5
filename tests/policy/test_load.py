"""The configuration is found where it should be, read strictly, and refused with the place and the mend."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from prexport.errors import UsageError
from prexport.findings import FailOn, Severity
from prexport.policy.load import find, load_policy
from prexport.policy.policy import Waiver

FULL = """
fail-on = "notice"

[levels]
link-vague = "error"

[levels.release]
all-capitals = "notice"

[[waivers]]
rule = "link-vague"
file = "news/*.json"
place = "/body/1"
reason = "Because."
until = 2027-01-31
"""


def policy_file(folder: Path, text: str, name: str = "prexport.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def refused(folder: Path, text: str, name: str = "prexport.toml") -> list[str]:
    """Give what is wrong with a configuration, line by line."""
    with pytest.raises(UsageError) as caught:
        load_policy(policy_file(folder, text, name), folder=str(folder), shown=name)
    assert all(each.where.file == name and each.mend for each in caught.value.findings)
    return [f"{each.message} {each.mend}" for each in caught.value.findings] or [caught.value.message]


def test_every_key_is_read(tmp_path: Path) -> None:
    policy = load_policy(policy_file(tmp_path, FULL), folder="/house")
    assert policy.fail_on is FailOn.NOTICE
    assert policy.levels == {"link-vague": Severity.ERROR}
    assert policy.levels_of == {"release": {"all-capitals": Severity.NOTICE}}
    assert policy.waivers == (
        Waiver(
            rule="link-vague",
            reason="Because.",
            until=date(2027, 1, 31),
            file="news/*.json",
            place="/body/1",
        ),
    )
    assert (policy.folder, policy.root) == ("/house", tmp_path.resolve().as_posix())


def test_pyproject_says_the_same_in_its_own_table(tmp_path: Path) -> None:
    own = load_policy(policy_file(tmp_path, FULL), folder="")
    text = FULL.replace("[levels", "[tool.prexport.levels").replace("[[waivers", "[[tool.prexport.waivers")
    shared = policy_file(tmp_path, "[tool.prexport]" + text, "pyproject.toml")
    assert load_policy(shared, folder="") == own


def test_an_empty_configuration_changes_nothing(tmp_path: Path) -> None:
    policy = load_policy(policy_file(tmp_path, ""), folder="")
    assert (policy.fail_on, policy.levels, policy.waivers) == (FailOn.ERROR, {}, ())


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("fail_on = 'error'", "fail_on: there is no 'fail_on' here. Did you mean fail-on?"),
        ("fail-on = 'fatal'", "fail-on is 'fatal'. Use one of error, warning, notice, never."),
        ("fail-on = ''", "fail-on is ''. Use one of error, warning, notice, never."),
        ("fail-on = 3", "fail-on is 3. Use one of error, warning, notice, never."),
        ("levels = 3", "levels is no table. Write it as [levels]."),
        ("[levels]\nlink-vage = 'error'", "levels.link-vage: there is no 'link-vage' here. Did you mean link-vague?"),
        ("[levels]\nlink-vague = 'off'", "levels.link-vague is 'off'. Use one of error, warning, notice."),
        ("[levels.odt]\nx = 'error'", "levels.odt: there is no 'odt' here. Known are: release, html, docx, pdf."),
        ("[levels.pdf]\nxyz = 'error'", "levels.pdf.xyz: there is no 'xyz' here. prexport rules lists all rules."),
        ("waivers = {}", "waivers is no list of tables. Write each waiver as a table [[waivers]]."),
        ("baseline = 3", "baseline is no text. Put it in quotation marks."),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(tmp_path: Path, text: str, fault: str) -> None:
    assert refused(tmp_path, text) == [fault]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("rule = 'link-vague'", "waivers[0].rule is missing. Name the rule whose findings are waived."),
        ("reason = 'r'", "waivers[0].reason is missing. Say why the finding is not mended now."),
        (
            "until = 2027-01-31",
            "waivers[0].until is no date. Say when the waiver ends, without quotation marks: 2027-03-31.",
        ),
    ],
)
def test_a_waiver_needs_a_rule_a_reason_and_an_end(tmp_path: Path, change: str, fault: str) -> None:
    lines = ["[[waivers]]", "rule = 'link-vague'", "reason = 'r'", "until = 2027-01-31"]
    assert load_policy(policy_file(tmp_path, "\n".join(lines)), folder="").waivers
    assert refused(tmp_path, "\n".join(line for line in lines if line != change)) == [fault]


@pytest.mark.parametrize("until", ["'2027-01-31'", "2027-01-31T00:00:00Z", "2027"])
def test_the_end_of_a_waiver_is_a_day(tmp_path: Path, until: str) -> None:
    text = f"[[waivers]]\nrule = 'link-vague'\nreason = 'r'\nuntil = {until}"
    assert refused(tmp_path, text)[0].startswith("waivers[0].until is no date.")


def test_all_faults_are_told_at_once_with_their_places(tmp_path: Path) -> None:
    text = "[tool.prexport]\ncolour = 1\nfail-on = 2\n[[tool.prexport.waivers]]\nrul = 'link-vague'\n"
    faults = refused(tmp_path, text, "pyproject.toml")
    with pytest.raises(UsageError) as caught:
        load_policy(tmp_path / "pyproject.toml", folder="")
    assert [each.where.line for each in caught.value.findings] == [2, 3, 5, 4, 4, 4]
    assert [fault.partition(" ")[0].rstrip(":") for fault in faults] == [
        "tool.prexport.colour",
        "tool.prexport.fail-on",
        "tool.prexport.waivers[0].rul",
        "tool.prexport.waivers[0].until",
        "tool.prexport.waivers[0].rule",
        "tool.prexport.waivers[0].reason",
    ]


def test_what_is_no_toml_is_refused(tmp_path: Path) -> None:
    (message,) = refused(tmp_path, "fail-on = ")
    assert "can't be read" in message


def test_the_nearest_configuration_holds(tmp_path: Path) -> None:
    inner = tmp_path / "house" / "news"
    inner.mkdir(parents=True)
    assert find(inner) is None
    (tmp_path / "house" / ".git").mkdir()
    outside = policy_file(tmp_path, "")
    assert find(inner) is None, f"{outside} lies outside of the repository"
    policy_file(tmp_path / "house", "[project]\nname = 'x'\n", "pyproject.toml")
    assert find(inner) is None, "a pyproject.toml without our table is none of ours"
    shared = policy_file(tmp_path / "house", "[tool.prexport]\n", "pyproject.toml")
    assert find(inner) == shared
    own = policy_file(tmp_path / "house", "")
    assert find(inner) == own
    nearest = policy_file(inner, "")
    assert find(inner) == nearest


def test_a_baseline_is_named_from_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "known.json").write_text(
        '{"baseline": "prexport-baseline/1", "findings": [{"fingerprint": "f"}]}', encoding="utf-8"
    )
    policy = load_policy(policy_file(tmp_path, "baseline = 'known.json'"), folder="/elsewhere")
    assert policy.known == {"f"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"baseline": "prexport-baseline/2", "findings": []}',
        '{"baseline": "prexport-baseline/1"}',
        '{"baseline": "prexport-baseline/1", "findings": [{}]}',
        '{"baseline": "prexport-baseline/1", "findings": [{"fingerprint": 1}]}',
    ],
)
def test_what_is_no_baseline_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "known.json").write_text(text, encoding="utf-8")
    (message,) = refused(tmp_path, "baseline = 'known.json'")
    assert "known.json" in message


def test_a_baseline_that_is_not_there_is_refused(tmp_path: Path) -> None:
    (message,) = refused(tmp_path, "baseline = 'known.json'")
    assert message.endswith("does not exist.")
