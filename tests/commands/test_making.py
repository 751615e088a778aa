from app.calendar.plan import Plan
from storage.playbooks import SqlPlaybooks


def opened(typed, name):
    store = SqlPlaybooks().open(typed.file(name), read_only=True)
    plan = Plan.read(store)
    store.close()
    return plan


def test_help_tells_every_command_and_which_part_goes_into_which_file(typed):
    assert typed("--help") == 0

    text = "\n".join(typed.out)
    for name in ("new", "sample", "generate", "import", "export", "events", "verify", "backup", "restore"):
        assert f"main.py {name} PLAYBOOK" in text
    assert "  months    x      -      -" in text
    assert typed("export", "--help") == 0
    assert any("--profile" in line for line in typed.out)


def test_help_speaks_bulgarian(typed):
    typed.language = "bg"

    assert typed("help") == 0
    assert any("примерната общност" in line for line in typed.out)


def test_the_version_is_one_line(typed):
    assert typed("--version") == 0
    assert typed.out == ["Sedyanka 1.2.3"]


def test_new_makes_an_empty_quarter_that_begins_this_week(typed):
    assert typed("new", "mine.sedyanka") == 0

    playbook = opened(typed, "mine.sedyanka").playbook
    assert typed.out == ["‘mine.sedyanka’ was made."]
    assert (playbook.name, str(playbook.start), playbook.zone) == ("mine", "2027-03-08", "Europe/Vienna")
    assert opened(typed, "mine.sedyanka").events == {}


def test_new_takes_template_start_zone_and_language(typed):
    words = ("--template", "customer-admins", "--start", "2027-09-01", "--tz", "Europe/Sofia", "--lang", "bg")

    assert typed("new", "mine.sedyanka", *words) == 0

    plan = opened(typed, "mine.sedyanka")
    assert (str(plan.playbook.start), plan.playbook.zone, plan.playbook.language) == (
        "2027-08-30", "Europe/Sofia", "bg",
    )  # fmt: skip
    assert "Администратори на старта" in {persona.name for persona in plan.personas.values()}


def test_what_is_refused_leaves_no_file(typed):
    for words in (
        ("new", "m.sedyanka", "--template", "bakers"),
        ("new", "m.sedyanka", "--start", "soon"),
        ("new", "m.sedyanka", "--tz", "Mars/Olympus"),
        ("new", "m.sedyanka", "--lang", "de"),
        ("sample", "m.sedyanka", "--start", "2027-02-30"),
        ("sample", "m.sedyanka", "--start", "9999-12-31"),
        ("generate", "m.sedyanka", "--start", "0001-01-01"),
        ("generate", "m.sedyanka", "--seed", "9" * 5000),
        ("generate", "m.sedyanka", "--seed", "-1"),
        ("generate", "m.sedyanka", "--seed", "1", "--events", "many"),
        ("generate", "m.sedyanka", "--members", "20"),
        ("new", "m.sedyanka", "n.sedyanka"),
        ("new",),
    ):
        assert typed(*words) == 2
        assert typed.out == []
        assert len(typed.err) == 1
    assert typed.files() == []


def test_no_command_writes_over_a_file_that_is_there(typed):
    typed.file("mine.sedyanka").write_text("diary")

    for command in (("new",), ("sample",), ("generate",)):
        assert typed(*command, "mine.sedyanka") == 2

    assert typed.file("mine.sedyanka").read_text() == "diary"
    assert typed.files() == ["mine.sedyanka"]


def test_a_sample_that_cannot_be_finished_leaves_no_file(typed, monkeypatch):
    def fail(*_):
        raise ZeroDivisionError

    monkeypatch.setattr("app.playbook.start.lay_out", fail)
    try:
        typed("sample", "k.sedyanka")
    except ZeroDivisionError:
        assert typed.files() == []


def test_the_sample_speaks_the_language_asked_for(typed):
    typed.language = "bg"

    assert typed("sample", "k.sedyanka") == 0
    assert typed("sample", "e.sedyanka", "--lang", "en") == 0

    assert opened(typed, "k.sedyanka").playbook.lead == "Мила Д."
    assert opened(typed, "e.sedyanka").playbook.lead == "Mila D."


def test_generate_makes_as_much_as_is_asked_for_and_tells_how_far_it_is(typed):
    assert typed("generate", "g.sedyanka", "--seed", "3", "--events", "2500") == 0

    assert len(opened(typed, "g.sedyanka").events) == 2500
    assert typed.err[-1] == "100%"
