from app.message import say
from app.purpose import adding
from app.purpose.board import NoteKind
from app.purpose.boards import add_board
from app.tasks.adding import add_task
from app.tasks.task import Task
from storage.playbooks import SqlPlaybooks
from tests.journeys.acknowledged import MADE, halves, lost, state
from tests.journeys.kill_loop import run


def test_no_acknowledged_edit_is_lost_when_the_program_is_killed(tmp_path):
    tally = run(10, tmp_path)

    assert tally.acknowledged > 10
    assert (tally.lost, tally.halves, tally.damaged) == (0, 0, 0)


def test_a_lost_edit_and_a_step_done_by_halves_would_be_found(tmp_path):
    store = SqlPlaybooks(tmp_path).create(tmp_path / "p.sedyanka")
    with store.change(say("step.begin")):
        board = add_board(store, "Purpose")
        note = adding.add_note(store, adding.at(NoteKind.NOTE, board, 0, 0, text="edit 3"))
        tasks = [add_task(store, Task("", f"edit {number}", "")) for number in (4, 5)]
    said = [f"task\t{key}\t{state(store.of(Task).get(key))}" for key in tasks]
    here = f"note\t{note}\tedit 3|-84|-46"

    assert lost(store, [here, *said]) == 0
    assert lost(store, ["note\t" + note + "\tedit 7|-84|-46"]) == 1
    assert lost(store, ["note\tgone\tedit 2|0|0"]) == 1
    assert lost(store, [line.replace("edit", "edit 0") for line in said]) == 1  # one may be further than its word
    assert halves(store) == 0
    with store.change(say("step.add")):
        add_task(store, Task("", f"{MADE} 9", ""))
    assert halves(store) == 1
    store.close()
