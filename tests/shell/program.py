"""Builds the program of a test, and what its playbook holds."""

from __future__ import annotations

from pathlib import Path

from app.calendar.event import Event
from app.calendar.kind import Kind
from app.message import say
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.store import Store
from storage.playbooks import SqlPlaybooks
from widgets.shell.computer_settings import ComputerSettings
from widgets.shell.frame import Frame
from widgets.shell.program import Program, Surroundings


class Shell:
    """A program and its surroundings, with short names for what tests do."""

    def __init__(self, folder: Path, playbooks: SqlPlaybooks, **settings: object) -> None:
        self.folder = folder
        self.playbooks = playbooks
        self.settings = ComputerSettings(folder / "config" / "settings.json")
        for name, value in ({"language": "en", "theme": "light"} | settings).items():
            self.settings.set(name, value)
        self.launched: list[list[str]] = []
        around = Surroundings(self.settings, lambda: playbooks, ("true",), folder / "config", folder / "logs", "0.1.0")
        self.frame = Frame(self.settings)
        self.program = Program(self.frame, around)
        self.window = self.program.window
        self.frame.resize(1440, 900)
        self.frame.show()

    @property
    def store(self) -> Store:
        store = self.program.opening.store
        assert store is not None
        return store

    def make(self, name: str, *titles: str) -> Path:
        """Make a playbook with events; return its file."""
        file = self.folder / f"{name}.sedyanka"
        store = self.playbooks.create(file)
        with store.change(say("step.add", title=name)):
            store.of(Playbook).save([Playbook(PLAYBOOK_ID, name, lead="Mila D.")])
            store.of(Kind).save([Kind("k1", "AMA", "live", "mic", live=True)])
            events = enumerate(titles or ("AMA with founders",))
            store.of(Event).save(Event(f"e{number}", title, "k1") for number, title in events)
        store.forget_steps()
        store.close()
        return file

    def open(self, file: Path) -> None:
        self.program.opening.open_file(file)

    def rename(self, title: str) -> None:
        """Change an event, as a page would."""
        from dataclasses import replace

        event = self.store.of(Event).get("e0")
        with self.store.change(say("step.edit", title=title)):
            self.store.of(Event).save([replace(event, title=title)])

    def end(self) -> None:
        if self.program.opening.store is not None:
            self.program.opening.safekeeping.leave()
            self.program.opening.store.close()
            self.program.opening.store = None
        self.program.opening.stop_listening()
        self.program.jobs.cancel_all()
