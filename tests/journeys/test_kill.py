from tests.journeys.kill_loop import run


def test_no_acknowledged_edit_is_lost_when_the_program_is_killed(tmp_path):
    tally = run(10, tmp_path)

    assert tally.acknowledged > 10
    assert (tally.lost, tally.damaged) == (0, 0)
