from app.search.holding import holds


def test_every_word_is_asked_for_in_any_text_and_any_case():
    assert holds("swap Седмица", "Template SWAP", "всяка седмица")
    assert not holds("swap month", "Template swap", "every week")


def test_a_word_does_not_run_from_one_text_into_the_next():
    assert not holds("swapped", "Swap", "ped")


def test_no_words_are_held_by_anything():
    assert holds("  ", "")
