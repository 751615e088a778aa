import json
import stat

import pytest

from widgets.shell.computer_settings import RECENT_MOST, ComputerSettings


@pytest.fixture
def file(tmp_path):
    return tmp_path / "config" / "settings.json"


def test_what_is_set_is_there_at_the_next_start(file):
    ComputerSettings(file).set("theme", "dark")

    assert ComputerSettings(file).get("theme", "system") == "dark"


def test_only_the_owner_can_read_it(file):
    ComputerSettings(file).set("theme", "dark")

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert [entry.name for entry in file.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("junk", [b"", b"\xff\xfe", b"[1, 2]", b'{"theme": ', b"[" * 100_000, b"null"])
def test_junk_counts_as_nothing_set(file, junk):
    file.parent.mkdir()
    file.write_bytes(junk)
    settings = ComputerSettings(file)

    assert settings.get("theme", "system") == "system"
    settings.set("theme", "light")
    assert json.loads(file.read_text()) == {"theme": "light"}


def test_a_value_of_another_type_does_not_count(file):
    settings = ComputerSettings(file)
    settings.set("text_scale", "huge")
    assert settings.get("text_scale", 1.0) == 1.0

    settings.set("text_scale", 2)
    assert settings.get("text_scale", 1.0) == 2.0


def test_two_windows_do_not_undo_each_other(file):
    one, other = ComputerSettings(file), ComputerSettings(file)
    one.set("theme", "dark")
    other.set("language", "bg")

    assert ComputerSettings(file).get("theme", "") == "dark"


def test_a_listener_hears_what_was_set(file):
    settings, heard = ComputerSettings(file), []
    settings.subscribe(heard.append)

    settings.set("theme", "dark")

    assert heard == ["theme"]


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path):
    (tmp_path / "config").write_text("a file where the folder should be")

    settings = ComputerSettings(tmp_path / "config" / "settings.json")
    settings.set("theme", "dark")

    assert settings.get("theme", "") == "dark"


def test_files_used_last_come_newest_first_once_and_not_too_many(file, tmp_path):
    settings = ComputerSettings(file)
    for number in range(RECENT_MOST + 3):
        settings.remember(tmp_path / f"{number}.sedyanka")
    settings.remember(tmp_path / "5.sedyanka")

    names = [entry.stem for entry in settings.recent()]
    assert names[:3] == ["5", "10", "9"]
    assert len(names) == RECENT_MOST
    settings.forget(tmp_path / "5.sedyanka")
    assert settings.recent()[0].stem == "10"
