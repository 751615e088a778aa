import logging
import stat
import sys
import threading
from logging.handlers import RotatingFileHandler

import pytest

from app.errors import KnownError
from app.message import say
from widgets.shell import log
from widgets.shell.crash import CrashGuard

CANARIES = ("Zornitsa", "zornitsa.k@example.org", "@zornitsa", "/home/zornitsa", "Why does the import fail for me")


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "logs"
    end = log.start_log(folder)
    yield folder
    end()


def written(folder):
    return (folder / log.FILE).read_text(encoding="utf-8")


def broken(*said):
    try:
        raise ValueError(*said)  # noqa: TRY301
    except ValueError as error:
        return error


def test_the_log_is_its_owners_only(folder):
    logging.getLogger("sedyanka").info("opened")

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}


@pytest.mark.parametrize("canary", CANARIES)
def test_no_data_of_people_gets_into_it(folder, canary):
    text = f"cannot write to {canary!r}"
    log.log_error(broken(f"row {canary}"))
    logging.getLogger("storage").warning("%s", text)
    logging.getLogger("storage").error("failed", exc_info=broken(canary))

    assert canary not in written(folder)


def test_what_helps_to_mend_it_stays(folder):
    log.log_error(broken("Zornitsa"))
    try:
        object().nothing  # noqa: B018
    except AttributeError as error:
        log.log_error(error)

    assert "tests/shell/test_log.py" in written(folder)
    assert "ValueError" in written(folder)
    assert "'object' object has no attribute 'nothing'" in written(folder)


def test_a_known_error_is_named_by_its_id():
    assert log.describe(KnownError(say("error.gone"))).endswith("KnownError: error.gone")


def test_it_turns_over_and_stays_small(folder, monkeypatch):
    handler = next(each for each in logging.getLogger().handlers if isinstance(each, RotatingFileHandler))
    monkeypatch.setattr(handler, "maxBytes", 2000)
    for _ in range(200):
        logging.getLogger("sedyanka").info("a step of %d letters", 60)

    assert len(list(folder.glob(f"{log.FILE}*"))) == 1 + log.OLD_ONES
    assert all(file.stat().st_size <= 2000 for file in folder.glob(f"{log.FILE}*"))
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.glob(f"{log.FILE}*")} == {0o600}


def test_a_place_where_nothing_can_be_written_stops_nobody(tmp_path):
    (tmp_path / "logs").write_text("a file")

    log.start_log(tmp_path / "logs")()


class TestGuard:
    @pytest.fixture
    def guard(self, qapp, folder):
        guard = CrashGuard("0.1.0")
        end = guard.install()
        yield guard
        end()

    def test_a_known_error_is_told_and_not_logged(self, guard, qtbot, folder):
        error = KnownError(say("error.gone"))
        with qtbot.waitSignal(guard.known) as told:
            sys.excepthook(KnownError, error, None)

        assert told.args == [error]
        assert written(folder) == ""

    def test_a_bug_is_logged_and_told_without_data(self, guard, qtbot, folder, capsys):
        with qtbot.waitSignal(guard.broken) as told:
            sys.excepthook(ValueError, broken("Zornitsa"), None)

        assert "Sedyanka 0.1.0" in told.args[0]
        assert "Zornitsa" not in told.args[0] + written(folder) + capsys.readouterr().err

    def test_a_bug_in_a_thread_is_told_too(self, guard, qtbot, capsys):
        with qtbot.waitSignal(guard.broken):
            thread = threading.Thread(target=lambda: 1 / 0)
            thread.start()
            thread.join()

    def test_what_was_there_before_comes_back(self, qapp):
        before = sys.excepthook
        CrashGuard("0.1.0").install()()

        assert sys.excepthook is before
