"""A real browser without a network: pictures of a page, and the page itself for those who measure it.

Chromium is the system's; playwright (the extra `checks`) drives it. A page is served from memory under an
address that exists nowhere, with its folder beside it; every other request is refused and noted. Scripts of
the page don't run unless a caller allows them.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import field
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import unquote, urlsplit

from prexport.checks.tools import Tool, node_mend, node_package
from prexport.errors import CheckerFailed
from prexport.records import dataclass

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

NAME = "Chromium"
CHROMIUM = "PREXPORT_CHROMIUM"
_ORIGIN = "http://page.invalid"
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-color-profile=srgb",
    "--font-render-hinting=none",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
# A picture that can't be decoded is shown as broken, as it is to readers.
_LOAD_PICTURES = """Promise.all([...document.images].map(picture => {
    picture.loading = "eager";
    return picture.decode().catch(() => null);
}))"""
# A judge's answer is kept, and an attribute says that it is there: waiting for an attribute has a time limit and needs
# no eval, which the policy of a good page forbids.
_ANSWERED = "data-judge-has-answered"
_ASK = """([given, answered]) => {
    const root = document.documentElement;
    root.removeAttribute(answered);
    Promise.resolve().then(() => QUESTION(given))
        .then(answer => { window.judgement = answer }, error => { window.judgement = {error: String(error)} })
        .then(() => root.setAttribute(answered, ""));
}"""
_MEND = "Try again; if it stays so, look whether `chromium --headless` starts, and install libatomic1."


@dataclass(frozen=True, slots=True)
class Medium:
    """How a page is looked at. `viewport` is width and height in CSS px, `scale` device px per CSS px."""

    viewport: tuple[int, int] = (1280, 900)
    scale: float = 1
    media: Literal["screen", "print"] = "screen"
    color_scheme: Literal["light", "dark"] = "light"
    forced_colors: Literal["none", "active"] = "none"


SCREEN = Medium()


@dataclass(slots=True)
class Visit:
    """A page that is open, and the addresses it asked for in vain."""

    page: Page
    refused: list[str] = field(default_factory=list)

    def judged(self, program: str, question: str, given: Any, *, timeout: float) -> Any:
        """What a judge answers that is carried into the page, `{"error": ...}` when it breaks.

        `program` is its code, `question` a JavaScript function of `given` that asks it; `timeout` is in seconds.
        """
        self.page.evaluate(program)
        self.page.evaluate(_ASK.replace("QUESTION", f"({question})"), [given, _ANSWERED])
        self.page.wait_for_selector(f"[{_ANSWERED}]", state="attached", timeout=timeout * 1000)
        return self.page.evaluate("window.judgement")


def probe() -> Tool:
    """Look whether Chromium and playwright are there."""
    if importlib.util.find_spec("playwright") is None:
        return Tool(NAME, missing="playwright is not installed", mend="pip install playwright")
    program = os.environ.get(CHROMIUM) or shutil.which("chromium") or shutil.which("chromium-browser")
    if not program or not Path(program).is_file():
        return Tool(NAME, missing="no browser was found", mend="sudo apt-get install chromium")
    return Tool(
        NAME, version=f"driven by playwright {importlib.metadata.version('playwright')}", where=program
    )


def probe_script(name: str, package: str, version: str, script: str) -> Tool:
    """Look whether the judge `name`, the file `script` of an npm package, and the browser it runs in are there."""
    folder = node_package(package)
    if folder is None or not (folder / script).is_file():
        return Tool(name, missing="it is not installed", mend=node_mend(f"{package}@{version}"))
    program = probe()
    if not program.is_ready:
        return Tool(name, missing=f"it needs Chromium, and {program.missing}", mend=program.mend)
    found = json.loads((folder / "package.json").read_bytes())["version"]
    return Tool(name, version=found, where=str(folder / script))


class Browser:
    """One Chromium for many pages: `with Browser() as browser: browser.screenshot(html)`. Not thread-safe."""

    def __enter__(self) -> Browser:
        """Start Chromium. Raises MissingTool and CheckerFailed."""
        tool = probe()
        tool.require()
        from playwright.sync_api import Error, sync_playwright

        self._error = Error
        try:
            self._playwright = sync_playwright().start()
        except Exception as error:  # playwright has no type of its own for a driver that ends at once
            raise CheckerFailed(f"playwright did not start: {error}", _MEND) from error
        try:
            self._chromium = self._playwright.chromium.launch(executable_path=tool.where, args=list(_FLAGS))
        except Error as error:
            self._playwright.stop()
            raise CheckerFailed(f"Chromium did not start: {error}", _MEND) from None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End Chromium."""
        self._chromium.close()
        self._playwright.stop()

    @contextmanager
    def visit(self, html: str | Path, medium: Medium = SCREEN, *, scripts: bool = False) -> Iterator[Visit]:
        """Open a page (its text, or its file with the files beside it) in a fresh profile.

        `scripts=True` leaves it to the page itself whether its scripts may run. Raises CheckerFailed.
        """
        width, height = medium.viewport
        context = self._chromium.new_context(
            viewport={"width": width, "height": height},
            device_scale_factor=medium.scale,
            color_scheme=medium.color_scheme,
            forced_colors=medium.forced_colors,
            reduced_motion="reduce",
            locale="en-GB",
            timezone_id="UTC",
        )
        context.set_default_timeout(30_000)
        try:
            visit = Visit(context.new_page())
            context.route("**/*", _server(html, scripts, visit.refused))
            visit.page.emulate_media(media=medium.media)
            visit.page.goto(_ORIGIN + "/")
            visit.page.evaluate("document.fonts.ready.then(() => true)")
            yield visit
        except self._error as error:
            raise CheckerFailed(f"Chromium could not show the page: {error}", _MEND) from error
        finally:
            # When Chromium has crashed there is nothing left to close, and the first error is the one that
            # counts.
            with suppress(self._error):
                context.close()

    def screenshot(self, html: str | Path, medium: Medium = SCREEN, *, full_page: bool = True) -> bytes:
        """Give a PNG of the page, with the pictures that wait to be scrolled to. Raises CheckerFailed."""
        with self.visit(html, medium) as visit:
            visit.page.evaluate(_LOAD_PICTURES)
            return visit.page.screenshot(full_page=full_page, animations="disabled", caret="hide")


def _server(html: str | Path, scripts: bool, refused: list[str]) -> Any:
    headers = {} if scripts else {"Content-Security-Policy": "script-src 'none'"}
    folder = html.resolve().parent if isinstance(html, Path) else None

    def serve(route: Route) -> None:
        address = urlsplit(route.request.url)
        path = unquote(address.path).lstrip("/")
        beside = (folder / path).resolve() if folder and path else None
        if f"{address.scheme}://{address.netloc}" != _ORIGIN:
            refused.append(route.request.url)
            route.abort()
        elif not path:
            body = html.read_bytes() if isinstance(html, Path) else html.encode()
            route.fulfill(body=body, content_type="text/html; charset=utf-8", headers=headers)
        elif folder and beside and beside.is_relative_to(folder) and beside.is_file():
            route.fulfill(path=beside, headers=headers)  # a frame's page is as little to run as the page
        else:
            refused.append(route.request.url)
            route.abort()

    return serve
