"""The Nu HTML checker inside of a Java machine that runs already: what it says of a page.

It has a loader of its own, so that its libraries and those of veraPDF don't meet.
"""

from __future__ import annotations

import functools
import json
import threading
from typing import Any

import jpype

# Its RELAX NG validation recurses deeply: under the default stack of some systems it gives up.
_STACK = 64 << 20  # bytes


def judge(html: bytes, jar: str) -> list[dict[str, Any]]:
    """The checker's messages; raises JException when it broke."""
    answer: list[Any] = []

    def work() -> None:
        try:
            answer.append(_judge(html, jar))
        except jpype.JException as error:
            answer.append(error)

    before = threading.stack_size(_STACK)
    try:
        thread = threading.Thread(target=work)
        thread.start()
    finally:
        threading.stack_size(before)
    thread.join()
    if isinstance(answer[0], jpype.JException):
        raise answer[0]
    messages: list[dict[str, Any]] = json.loads(answer[0])["messages"]
    return messages


def _judge(html: bytes, jar: str) -> str:
    loader = _loader(jar)
    # Its libraries look for their parsers with the loader of the thread.
    jpype.JClass("java.lang.Thread").currentThread().setContextClassLoader(loader)
    validator = jpype.JClass("nu.validator.client.EmbeddedValidator", loader=loader)()
    formats = jpype.JClass("nu.validator.client.EmbeddedValidator$OutputFormat", loader=loader)
    validator.setOutputFormat(formats.JSON)
    return str(validator.validate(jpype.JClass("java.io.ByteArrayInputStream")(html)))


@functools.cache
def _loader(jar: str) -> Any:
    address = jpype.JClass("java.io.File")(jar).toURI().toURL()
    system = jpype.JClass("java.lang.ClassLoader").getPlatformClassLoader()
    return jpype.JClass("java.net.URLClassLoader")([address], system)
