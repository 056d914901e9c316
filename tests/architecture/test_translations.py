import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from tools import translations

GERMAN = translations.FOLDER / "praxidesk_de.ts"


def messages(path: Path) -> Iterator[tuple[str, ET.Element]]:
    """Each message with a name that finds it."""
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            yield f"{context.findtext('name')}: {message.findtext('source')}", message


def forms(message: ET.Element) -> list[str]:
    """The translation; of a plural each of its forms."""
    translation = message.find("translation")
    assert translation is not None
    plural = list(translation.iter("numerusform"))
    return [each.text or "" for each in plural] or [translation.text or ""]


def unfinished(path: Path) -> list[str]:
    return [
        name
        for name, message in messages(path)
        if message.find("translation[@type]") is not None or not all(map(str.strip, forms(message)))
    ]


def places(text: str) -> set[str]:
    """The named places of a text, such as ``{room}``, and ``%n``."""
    named = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    return named | ({"%n"} if "%n" in text else set())


def test_every_german_text_is_finished() -> None:
    assert unfinished(GERMAN) == []


def test_german_texts_fill_the_places_of_their_originals() -> None:
    for name, message in messages(GERMAN):
        source = places(message.findtext("source") or "")
        for form in forms(message):
            assert places(form) in (source, source - {"%n"}), name


def test_the_files_hold_what_the_sources_say() -> None:
    assert translations.outdated() == []


@pytest.mark.parametrize(
    "translation",
    [
        '<translation type="unfinished">Raum</translation>',
        "<translation></translation>",
        "<translation><numerusform>ein Tag</numerusform><numerusform></numerusform></translation>",
    ],
)
def test_an_unfinished_text_is_noticed(translation: str, tmp_path: Path) -> None:
    path = tmp_path / "broken.ts"
    message = f"<message><source>room</source>{translation}</message>"
    path.write_text(f"<TS><context><name>rooms</name>{message}</context></TS>")
    assert unfinished(path) == ["rooms: room"]
