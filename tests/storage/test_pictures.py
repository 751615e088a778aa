import pytest

from app.message import say


def test_a_picture_is_kept_once_and_found_after_reopening(playbooks, store, path):
    with store.change(say("step.add", title="a")):
        name = store.keep_picture(b"dots")
        assert store.keep_picture(b"dots") == name
    store.close()

    store = playbooks.open(path)
    assert store.picture(name) == b"dots"
    assert store.picture("0" * 64) is None
    store.close()


def test_a_picture_of_a_change_that_failed_is_not_kept(store):
    def keeps_and_breaks() -> None:
        with store.change(say("step.add", title="a")):
            names.append(store.keep_picture(b"dots"))
            names.index("nothing")

    names: list[str] = []
    with pytest.raises(ValueError, match="nothing"):
        keeps_and_breaks()
    assert store.picture(names[0]) is None
