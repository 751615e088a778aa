import os
import signal
import time

import pytest

from app.errors import BugError, Gone, ImportRejected, KnownError
from app.message import say
from widgets.shell.jobs import ChildJobs

LABEL = say("shell.ready")


def add(report, one, other):
    report(1, 2, "half")
    return one + other


def tell_pid(report, file):
    file.write_text(str(os.getpid()))
    time.sleep(60)


def raise_gone(report):
    raise Gone


def reject(report):
    raise ImportRejected("a.ics", "line 3", say("error.gone"))


def divide(report):
    return 1 / 0


def print_something(report):
    print("noise that is no answer")
    return "done"


def die(report):
    os._exit(3)


def give(report, size):
    return b"x" * size


@pytest.fixture
def jobs(qtbot):
    jobs = ChildJobs()
    yield jobs
    jobs.cancel_all()


class Ears:
    def __init__(self):
        self.results, self.errors, self.steps = [], [], []

    def start(self, jobs, work, *values):
        return jobs.start(
            LABEL, work, *values,
            done=self.results.append, failed=self.errors.append, progress=lambda *step: self.steps.append(step),
        )  # fmt: skip


@pytest.fixture
def ears():
    return Ears()


def test_work_is_done_in_another_process_and_its_result_comes_back(jobs, ears, qtbot):
    ears.start(jobs, add, 2, 3)

    qtbot.waitUntil(lambda: ears.results == [5], timeout=15_000)
    assert ears.steps == [(1, 2, "half")]
    assert jobs.current is None


def test_jobs_wait_for_each_other(jobs, ears, qtbot):
    ears.start(jobs, add, 1, 1)
    ears.start(jobs, add, 2, 2)
    assert jobs.waiting == 1

    qtbot.waitUntil(lambda: ears.results == [2, 4], timeout=15_000)


def test_cancel_kills_the_child_and_tells_nobody(jobs, ears, qtbot, tmp_path):
    file = tmp_path / "pid"
    job = ears.start(jobs, tell_pid, file)
    qtbot.waitUntil(lambda: file.exists() and file.read_text() != "", timeout=15_000)

    job.cancel()

    with pytest.raises(ProcessLookupError):
        os.kill(int(file.read_text()), 0)
    assert (ears.results, ears.errors, jobs.current) == ([], [], None)


def test_a_job_that_waits_can_be_cancelled(jobs, ears, qtbot):
    ears.start(jobs, add, 1, 1)
    ears.start(jobs, add, 2, 2).cancel()

    qtbot.waitUntil(lambda: ears.results == [2], timeout=15_000)
    assert jobs.waiting == 0


@pytest.mark.parametrize("work", [raise_gone, reject])
def test_a_known_error_comes_back_as_it_was_raised(jobs, ears, qtbot, work):
    ears.start(jobs, work)

    qtbot.waitUntil(lambda: len(ears.errors) == 1, timeout=15_000)
    with pytest.raises(KnownError) as raised:
        work(None)
    assert type(ears.errors[0]) is type(raised.value)
    assert vars(ears.errors[0]) == vars(raised.value)


@pytest.mark.parametrize("work", [divide, die])
def test_what_breaks_in_the_child_is_a_bug_of_ours(jobs, ears, qtbot, work):
    ears.start(jobs, work)

    qtbot.waitUntil(lambda: len(ears.errors) == 1, timeout=15_000)
    assert isinstance(ears.errors[0], BugError)


def test_what_the_child_prints_disturbs_no_answer(jobs, ears, qtbot):
    ears.start(jobs, print_something)

    qtbot.waitUntil(lambda: ears.results == ["done"], timeout=15_000)


def test_a_large_result_comes_whole(jobs, ears, qtbot):
    ears.start(jobs, give, 5_000_000)

    qtbot.waitUntil(lambda: [len(result) for result in ears.results] == [5_000_000], timeout=15_000)


def test_a_child_dies_with_its_window(jobs, ears, qtbot, tmp_path):
    file = tmp_path / "pid"
    job = ears.start(jobs, tell_pid, file)
    qtbot.waitUntil(lambda: file.exists() and file.read_text() != "", timeout=15_000)

    job._process.closeWriteChannel()  # as when the window is gone

    qtbot.waitUntil(lambda: jobs.current is None, timeout=5000)
    assert isinstance(ears.errors[0], BugError)
    assert signal.SIGKILL not in ears.results


class Writing:
    """Steps that note what becomes of them."""

    def __init__(self, steps, error=None):
        self.at, self.left, self._steps, self._error = 0, False, steps, error

    def walk(self):
        try:
            while self.at < self._steps:
                self.at += 1
                time.sleep(0.004)
                yield self.at / self._steps
            if self._error:
                raise self._error
            return "written"
        finally:
            self.left = True


def write(jobs, ears, writing):
    return jobs.write(LABEL, writing.walk(), done=ears.results.append, failed=ears.errors.append)


def test_what_is_small_is_written_at_once(jobs, ears):
    write(jobs, ears, Writing(1))

    assert ears.results == ["written"]
    assert (jobs.current, jobs.waiting) == (None, 0)


def test_what_is_large_is_written_between_turns_of_the_window_and_tells_how_far_it_is(jobs, ears, qtbot):
    writing, seen = Writing(40), []
    jobs.changed.connect(lambda: seen.append(jobs.state[:2]))
    write(jobs, ears, writing)
    assert (ears.results, writing.at < 40, jobs.current.label) == ([], True, LABEL)

    qtbot.waitUntil(lambda: ears.results == ["written"], timeout=5_000)

    shares = [done / of for done, of in seen if of]
    assert shares == sorted(shares)
    assert len(set(shares)) > 4
    assert jobs.current is None


def test_only_one_is_written_at_a_time_even_when_the_second_is_small(jobs, ears, qtbot):
    first, second = Writing(20), Writing(1)
    write(jobs, ears, first)
    write(jobs, ears, second)
    assert (second.at, jobs.waiting) == (0, 1)

    qtbot.waitUntil(lambda: len(ears.results) == 2, timeout=5_000)
    assert jobs.current is None


def test_what_is_written_can_be_cancelled_and_is_left_off_before_its_playbook_goes(jobs, ears, qtbot):
    first, second = Writing(50), Writing(50)
    write(jobs, ears, first).cancel()
    assert (first.left, jobs.current) == (True, None)

    write(jobs, ears, second)
    write(jobs, ears, Writing(50))
    jobs.stop_writing()
    assert (second.left, jobs.current, jobs.waiting) == (True, None, 0)
    qtbot.wait(50)
    assert (ears.results, ears.errors) == ([], [])


@pytest.mark.parametrize("steps", [1, 20])
def test_a_known_error_in_writing_is_told_and_the_next_goes_on(jobs, ears, qtbot, steps):
    write(jobs, ears, Writing(steps, Gone()))
    write(jobs, ears, Writing(2))

    qtbot.waitUntil(lambda: ears.results == ["written"], timeout=5_000)
    assert [type(error) for error in ears.errors] == [Gone]
