"""What kind of file a MIME type stands for, in words."""

from __future__ import annotations

from typing import Literal, assert_never

from prexport.document.words import Words, words_for

Family = Literal[
    "image",
    "video",
    "audio",
    "archive",
    "document",
    "spreadsheet",
    "presentation",
    "text",
    "web page",
    "",
]

_TYPES: dict[str, tuple[Family, str]] = {
    "application/epub+zip": ("", "EPUB"),
    "application/gzip": ("archive", "GZIP"),
    "application/json": ("", "JSON"),
    "application/msword": ("document", "DOC"),
    "application/pdf": ("", "PDF"),
    "application/postscript": ("image", "EPS"),
    "application/rtf": ("document", "RTF"),
    "application/vnd.ms-excel": ("spreadsheet", "XLS"),
    "application/vnd.ms-powerpoint": ("presentation", "PPT"),
    "application/vnd.oasis.opendocument.presentation": ("presentation", "ODP"),
    "application/vnd.oasis.opendocument.spreadsheet": ("spreadsheet", "ODS"),
    "application/vnd.oasis.opendocument.text": ("document", "ODT"),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ("presentation", "PPTX"),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ("spreadsheet", "XLSX"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ("document", "DOCX"),
    "application/vnd.rar": ("archive", "RAR"),
    "application/x-7z-compressed": ("archive", "7z"),
    "application/x-subrip": ("", "SRT"),
    "application/x-tar": ("archive", "TAR"),
    "application/x-zip-compressed": ("archive", "ZIP"),
    "application/xhtml+xml": ("web page", ""),
    "application/zip": ("archive", "ZIP"),
    "audio/aac": ("audio", "AAC"),
    "audio/flac": ("audio", "FLAC"),
    "audio/mp4": ("audio", "M4A"),
    "audio/mpeg": ("audio", "MP3"),
    "audio/ogg": ("audio", "OGG"),
    "audio/wav": ("audio", "WAV"),
    "audio/x-wav": ("audio", "WAV"),
    "image/avif": ("image", "AVIF"),
    "image/gif": ("image", "GIF"),
    "image/heic": ("image", "HEIC"),
    "image/jpeg": ("image", "JPEG"),
    "image/png": ("image", "PNG"),
    "image/svg+xml": ("image", "SVG"),
    "image/tiff": ("image", "TIFF"),
    "image/vnd.adobe.photoshop": ("image", "PSD"),
    "image/webp": ("image", "WebP"),
    "text/calendar": ("", "iCalendar"),
    "text/csv": ("spreadsheet", "CSV"),
    "text/html": ("web page", ""),
    "text/markdown": ("text", "Markdown"),
    "text/plain": ("text", ""),
    "text/rtf": ("document", "RTF"),
    "text/vcard": ("", "vCard"),
    "text/vtt": ("", "WebVTT"),
    "video/mp4": ("video", "MP4"),
    "video/mpeg": ("video", "MPEG"),
    "video/quicktime": ("video", "MOV"),
    "video/webm": ("video", "WebM"),
}

_FAMILIES: dict[str, Family] = {"image": "image", "video": "video", "audio": "audio"}


def file_kind_words(mime: str, lang: str) -> str:
    """Tell what a file is: `PDF`, `JPEG image`, `ZIP archive`, `web page`.

    A type that isn't in the table is told by its family (`image/x-raw`: `image`), else as it stands.
    """
    words = words_for(lang)
    bare = mime.partition(";")[0].strip().lower()
    family, name = _TYPES.get(bare, (_FAMILIES.get(bare.partition("/")[0], ""), ""))
    kind = _family_words(family, words)
    if kind and name:
        return words.file_kind.fill(kind=kind, format=name)
    return kind or name or mime


def _family_words(family: Family, words: Words) -> str:
    match family:
        case "image":
            return words.image
        case "video":
            return words.video
        case "audio":
            return words.audio
        case "archive":
            return words.archive
        case "document":
            return words.document
        case "spreadsheet":
            return words.spreadsheet
        case "presentation":
            return words.presentation
        case "text":
            return words.text_file
        case "web page":
            return words.web_page
        case "":
            return ""
        case never:
            assert_never(never)
