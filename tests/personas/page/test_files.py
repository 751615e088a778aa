"""Personas go out of the page and come in again by files."""

from app.exchange.persona_markdown.reading import read_personas


def test_what_was_saved_comes_in_again_as_one_step(setup, qtbot, tmp_path):
    page, file = setup.page, tmp_path / "personas.md"
    page.files.save_to(file, "md", every=True)
    before = len(page.personas.all)
    page.files.bring_in(file)
    qtbot.waitUntil(lambda: len(page.personas.all) == 2 * before, timeout=20_000)
    page.files.save_to(tmp_path / "one.md", "md", every=False)

    assert setup.asked.told[-2].id == "personas.brought"
    (one,) = read_personas((tmp_path / "one.md").read_bytes(), "one.md")
    assert one.persona.name == page.persona.name
    setup.store.undo()
    assert len(page.personas.all) == before


def test_a_file_that_cannot_come_in_says_why_and_changes_nothing(setup, qtbot, tmp_path):
    page, file = setup.page, tmp_path / "broken.md"
    file.write_bytes(b"# A\n\x00")
    before, step = len(page.personas.all), setup.store.next_undo()
    page.files.bring_in(file)
    qtbot.waitUntil(lambda: bool(setup.asked.failed), timeout=20_000)
    (error,) = setup.asked.failed

    assert (error.place, error.why.id) == ("2", "personas.in.binary")
    assert (len(page.personas.all), setup.store.next_undo()) == (before, step)
    setup.asked.failed.clear()


def test_paper_is_written_beside_the_window(setup, qtbot, tmp_path):
    setup.page.files.save_to(tmp_path / "p.pdf", "pdf", every=False)
    qtbot.waitUntil(lambda: bool(setup.asked.told), timeout=30_000)

    assert (tmp_path / "p.pdf").read_bytes().startswith(b"%PDF")
