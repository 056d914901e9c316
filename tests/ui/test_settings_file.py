"""What a desk remembers is on the disk a moment later, and nobody waits for it."""

import json
import os
from pathlib import Path
from threading import Event, get_ident

import pytest
from PySide6.QtCore import QByteArray, QSettings

from praxidesk.ui.settings import DeskSettings
from praxidesk.ui.settings_file import SettingsFile
from praxidesk.ui.shown.view_kind import ViewKind


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "desk" / "praxidesk.json"


def test_the_next_start_knows_what_was_set_last(file: Path) -> None:
    settings = SettingsFile(file)
    assert settings.value("look/theme", "system") == "system"
    for theme in ("dark", "light"):
        settings.set_value("look/theme", theme)
    DeskSettings(settings).geometry = QByteArray(b"\x00\xff")
    settings.sync()
    again = SettingsFile(file)
    assert again.value("look/theme") == "light"
    assert DeskSettings(again).geometry == QByteArray(b"\x00\xff")
    assert list(file.parent.iterdir()) == [file]


def test_nobody_waits_for_the_disk(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written, goes_on, threads = Event(), Event(), set[int]()

    def slow(descriptor: int) -> None:
        threads.add(get_ident())
        written.set()
        assert goes_on.wait(20)

    monkeypatch.setattr(os, "fsync", slow)
    settings = SettingsFile(file)
    settings.set_value("calendar/view", "week")
    assert written.wait(20)
    settings.set_value("calendar/view", "month")  # while the disk is busy
    assert settings.value("calendar/view") == "month"
    goes_on.set()
    settings.sync()
    assert json.loads(file.read_text("utf-8")) == {"calendar/view": "month"}
    assert get_ident() not in threads


def test_the_same_again_writes_nothing(file: Path) -> None:
    settings = SettingsFile(file)
    settings.set_value("calendar/view", "week")
    settings.sync()
    before = file.stat().st_ino
    settings.set_value("calendar/view", "week")
    settings.sync()
    assert file.stat().st_ino == before


def test_what_another_window_of_the_desk_changed_stays(file: Path) -> None:
    one, other = SettingsFile(file), SettingsFile(file)
    for settings, key in ((one, "look/theme"), (other, "look/language")):
        settings.set_value(key, "x")
        settings.sync()
    assert set(json.loads(file.read_text("utf-8"))) == {"look/theme", "look/language"}


def test_what_an_older_program_remembered_is_taken_over(file: Path) -> None:
    file.parent.mkdir()
    older = QSettings(str(file.with_suffix(".ini")), QSettings.Format.IniFormat)
    older.setValue("calendar/view", "rooms")
    older.setValue("calendar/actors_day", "WEB\nKOC")
    older.setValue("window/geometry", QByteArray(b"\x01\x02"))
    older.sync()
    settings = SettingsFile(file)
    settings.set_value("look/theme", "dark")
    settings.sync()
    again = DeskSettings(SettingsFile(file))
    assert again.view is ViewKind.ROOMS
    assert again.actors(ViewKind.DAY) == ("WEB", "KOC")
    assert again.geometry == QByteArray(b"\x01\x02")
    assert again.theme == "dark"


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"look/theme": 3}'])
def test_a_file_that_nobody_can_read_is_as_none(file: Path, text: str) -> None:
    file.parent.mkdir()
    file.write_text(text, "utf-8")
    settings = SettingsFile(file)
    assert settings.value("look/theme", "system") == "system"
    settings.set_value("look/theme", "dark")
    settings.sync()
    assert SettingsFile(file).value("look/theme") == "dark"


def test_a_disk_that_is_full_disturbs_nobody(
    file: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    settings = SettingsFile(file)
    settings.set_value("look/theme", "dark")
    settings.sync()
    assert settings.value("look/theme") == "dark"
    assert "No space left" in caplog.text
