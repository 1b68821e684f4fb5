"""JSON inside a page: data blocks that no character of the author's can end."""

from __future__ import annotations

from markupsafe import Markup

from prexport.writers.html.markup import Value, element

# "<" and ">" could end the block or open a comment (HTML 4.12.1.3), "&" trips XML tools, and U+2028 and U+2029
# were no JSON in older engines. All five stand only inside strings, where JSON lets them be escaped.
_ESCAPES = str.maketrans({character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"})


def data_block(media_type: str, json: str, **attributes: Value) -> Markup:
    """A `script` that holds JSON and runs nothing."""
    escaped = Markup(json.translate(_ESCAPES))
    return element("script", {"type": media_type, **attributes}, escaped)
