import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QDir
from PySide6.QtNetwork import QLocalSocket

from widgets.shell.instance import Instance
from widgets.shell.instance_name import hears, may_have_window, server_name

ROOT = Path(__file__).parents[2]
SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from widgets.shell.instance import hand_over
app = QCoreApplication([])
print(hand_over(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
"""


@pytest.fixture
def instance(qtbot):
    instance = Instance()
    yield instance
    instance.stop()


def second_start(*files):
    return subprocess.Popen(
        [sys.executable, "-c", SECOND, *map(str, files)], cwd=ROOT, stdout=subprocess.PIPE, text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip


def answer(second, qtbot):
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=15_000)
    return second.communicate()[0].strip()


def test_a_second_start_raises_the_window_of_the_playbook(instance, qtbot, tmp_path):
    instance.listen(tmp_path / "a.sedyanka")

    with qtbot.waitSignal(instance.raised, timeout=15_000):
        second = second_start(tmp_path / "a.sedyanka")

    assert answer(second, qtbot) == "True"


def test_another_name_for_the_same_file_finds_it_too(instance, qtbot, tmp_path):
    (tmp_path / "a.sedyanka").touch()
    (tmp_path / "link").symlink_to(tmp_path / "a.sedyanka")
    instance.listen(tmp_path / "a.sedyanka")

    with qtbot.waitSignal(instance.raised, timeout=15_000):
        answer(second_start(tmp_path / "link"), qtbot)


def test_a_window_without_a_playbook_is_given_the_file(instance, qtbot, tmp_path):
    instance.listen(None)

    with qtbot.waitSignal(instance.file_received, timeout=15_000) as told:
        second = second_start(tmp_path / "Седянка.sedyanka")

    assert told.args == [str(tmp_path / "Седянка.sedyanka")]
    assert answer(second, qtbot) == "True"


def test_a_window_with_another_playbook_is_left_alone(instance, qtbot, tmp_path):
    instance.listen(tmp_path / "a.sedyanka")

    assert answer(second_start(tmp_path / "b.sedyanka"), qtbot) == "False"


@pytest.mark.parametrize("junk", [b"", b"x", b"\x00" * 100_000, b"sedyanka open \n", json.dumps({"a": 1}).encode()])
def test_junk_on_the_socket_does_nothing(instance, qtbot, tmp_path, junk):
    instance.listen(tmp_path / "a.sedyanka")
    with qtbot.assertNotEmitted(instance.raised), qtbot.assertNotEmitted(instance.file_received):
        stranger = QLocalSocket()
        stranger.connectToServer(server_name(tmp_path / "a.sedyanka"))
        assert stranger.waitForConnected(2000)
        stranger.write(junk)
        stranger.flush()
        qtbot.wait(50)
        stranger.abort()

    with qtbot.waitSignal(instance.raised, timeout=15_000):
        answer(second_start(tmp_path / "a.sedyanka"), qtbot)


def test_a_socket_left_by_a_crash_is_taken_over(instance, qtbot, tmp_path):
    left = Path(QDir.tempPath()) / server_name(tmp_path / "a.sedyanka")
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(left))
    assert not hears(left)

    instance.listen(tmp_path / "a.sedyanka")
    assert hears(left)
    assert may_have_window()

    with qtbot.waitSignal(instance.raised, timeout=15_000):
        answer(second_start(tmp_path / "a.sedyanka"), qtbot)


def test_a_name_that_is_no_text_names_a_window_too():
    assert server_name(Path(os.fsdecode(b"/tmp/\xff.sedyanka"))) != server_name(Path("/tmp/other.sedyanka"))
