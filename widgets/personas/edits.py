"""Turns what is done on the page into actions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app.message import say
from app.personas import cards, keeping, sections
from app.personas.section import PersonaCard, PersonaSection, Shape
from app.personas.snapshot import BLANK
from app.personas.written import read_blank
from app.store import Store
from app.tasks.today import today_of
from widgets.common.words import tr

if TYPE_CHECKING:
    from widgets.personas.page import PersonasPage

LABEL_MOST = 30  # letters before the colon of a chip


class PersonaEdits(QObject):
    """Every change of the page goes through here; what cannot be done is said."""

    def __init__(self, page: PersonasPage) -> None:
        super().__init__(page)
        self._page = page

    # --- personas ---

    def ready(self) -> Sequence[PersonaSection]:
        """Return the sections that come with the program, in the language of the playbook."""
        from resources.templates import LANGUAGES, part

        spoken = self._page.plan.playbook.language
        return read_blank(part(spoken if spoken in LANGUAGES else "en", "persona-blank")["sections"])

    def add(self) -> None:
        """Add a persona that is not named yet, and type its name."""
        made: list[str] = []
        if self._page.run(lambda store: made.append(keeping.add_persona(store, tr("personas.untitled"), self.ready()))):
            self._page.open_persona(made[0])
            self._page.type_name()

    def begin(self) -> None:
        """Give sections to the personas of an older playbook."""
        self._page.run(lambda store: keeping.begin_sections(store, self.ready()))

    def duplicate(self) -> None:
        """Add a copy of the open persona."""
        now, made = self._page.persona, list[str]()
        if now is None:
            return
        name = tr("personas.copy", name=now.name)
        if self._page.run(lambda store: made.append(keeping.duplicate_persona(store, now.id, name))):
            self._page.open_persona(made[0])
            self._page.type_name()

    def archive(self) -> None:
        """Put the open persona away, or take it out again."""
        now = self._page.persona
        if now is None:
            return
        if self._page.run(lambda store: keeping.archive(store, now.id, archived=not now.archived)):
            text = (
                say("personas.unarchived", name=now.name) if now.archived else say("personas.put_away", name=now.name)
            )
            self._page.desk.tell(text, undo=True)

    def delete_persona(self) -> None:
        """Delete the open persona."""
        now = self._page.persona
        if now is not None and self._page.run(lambda store: keeping.delete_persona(store, now.id)):
            self._page.desk.tell(say("personas.deleted", name=now.name), undo=True)

    def edit_persona(self, id: str, fields: Mapping[str, Any]) -> None:
        """Give a persona other values."""
        if id:
            self._page.run(lambda store: keeping.edit_persona(store, id, **fields))

    def move_persona(self, id: str, row: int) -> None:
        """Put a persona elsewhere in the list."""
        self._page.run(lambda store: keeping.move_persona(store, id, row))

    # --- sections ---

    def add_section(self) -> None:
        """Add a free section at the end, and type its name."""
        whose, made = self._page.whose or None, list[str]()
        name = tr("personas.section.untitled")
        if self._page.run(lambda store: made.append(sections.add_section(store, whose, name, Shape.LIST, "list"))):
            self._page.select(made[0])
            self._page.type_section_name()

    def edit_section(self, id: str, fields: Mapping[str, Any]) -> None:
        """Give a section other values."""
        self._page.run(lambda store: sections.edit_section(store, id, **fields))

    def move_section(self, id: str, row: int) -> None:
        """Put a section elsewhere."""
        if self._page.run(lambda store: sections.move_section(store, id, row)):
            self._page.select(id, reveal=True)

    # --- cards ---

    def add_cards(self, section: str, texts: Sequence[str]) -> None:
        """Add cards to a section, in one step; in chips what stands before a colon is the label."""
        shape = self._page.personas.section[section].shape

        def add(store: Store) -> None:
            for text in texts:
                label, rest = parted(text) if shape is Shape.CHIPS else ("", text)
                made.append(cards.add_card(store, section, rest, label=label))

        def add_all(store: Store) -> None:
            with store.change(say("personas.step.card.add.many", n=len(texts))):
                add(store)

        made: list[str] = []
        if self._page.run(add_all if len(texts) > 1 else add) and shape is Shape.TEXT:
            self._page.open_card(made[-1])

    def edit_card(self, id: str, fields: Mapping[str, Any]) -> None:
        """Give a card other values."""
        self._page.run(lambda store: cards.edit_card(store, id, **fields))

    def move_card(self, id: str, section: str, row: int) -> None:
        """Put a card elsewhere."""
        if self._page.run(lambda store: cards.move_card(store, id, section, row)):
            self._page.select(id, reveal=True)

    def answer(self, id: str, answers: Sequence[tuple[str, str]]) -> None:
        """Say what answers a card."""
        self._page.run(lambda store: cards.set_answers(store, id, answers))

    def measure(self, id: str, value: float) -> None:
        """Write down what a signal is measured at today."""
        self._page.run(lambda store: cards.read_signal(store, id, today_of(store), value))

    def add_quote(self, about: str, text: str) -> None:
        """Add a quote as evidence for a card, to the first section of quotes; one is made when there is none."""
        persona = self._page.whose
        there = self._page.personas.sections.get(persona, [])
        section = next((it.id for it in there if it.shape is Shape.QUOTES), "")

        def add(store: Store) -> None:
            with store.change(say("personas.step.quote")):
                room = section or sections.add_section(
                    store, persona or None, tr("personas.section.quotes"), Shape.QUOTES, "quote"
                )
                cards.add_card(store, room, text, about=about)

        self._page.run(add)

    def duplicate_selected(self) -> None:
        """Add a copy of the selected card, or else of the persona."""
        page, made = self._page, list[str]()
        if page.selected not in page.personas.card:
            self.duplicate()
        elif page.run(lambda store: made.append(cards.duplicate_card(store, page.selected))):
            page.select(made[0], reveal=True)

    def delete_selected(self) -> None:
        """Delete what is selected; what stood after it is selected then."""
        page, key = self._page, self._page.selected
        after = page.beside(key)
        if key in page.personas.card:
            title = short(page.personas.card[key])
            done = page.run(lambda store: cards.delete_card(store, key))
        elif key in page.personas.section:
            title = page.personas.section[key].name
            done = page.run(lambda store: sections.delete_section(store, key))
        else:
            return
        if done:
            page.select(after, reveal=bool(after))
            page.desk.tell(say("personas.card.deleted", title=title), undo=True)

    def plan(self, stage: str, tactic: str) -> None:
        """Put a tactic for the open persona among the ideas of the calendar, and lead there."""
        from app.playbook.becoming import make_event

        page, made = self._page, list[str]()
        personas = (page.whose,) if page.whose != BLANK else ()

        def make(store: Store) -> None:
            made.append(make_event(store, [], "", None, tactic=tactic, personas=personas, stage=stage))

        if page.run(make):
            page.desk.go("calendar", made[0])
            page.desk.tell(say("personas.planned", title=page.plan.events[made[0]].title), undo=True)


def parted(text: str) -> tuple[str, str]:
    """Return label and text of what is typed for a chip: "Role: Team lead"."""
    label, colon, rest = text.partition(": ")
    if colon and rest.strip() and len(label.strip()) <= LABEL_MOST:
        return label.strip(), rest.strip()
    return "", text


def short(card: PersonaCard) -> str:
    """Return the beginning of what a card says."""
    text = " ".join(card.text.split())
    return text if len(text) <= 40 else f"{text[:40].rstrip()}…"
