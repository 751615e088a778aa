"""What a persona said before, for the dialog of versions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from app.personas.past import changed_parts, persona_in, restore_part
from app.personas.section import PersonaCard, Shape
from app.personas.snapshot import Personas
from app.personas.versions import PERSONA
from app.playbook.revising import erase
from app.store import Store
from app.text.differences import PartChange
from widgets.common.versions.dialog import VersionsDialog, open_versions
from widgets.common.words import tr
from widgets.personas.wording import caption_of, spoken

if TYPE_CHECKING:
    from widgets.personas.page import PersonasPage


class PersonaHistory:
    """The versions of the open persona; its parts are its head and its sections."""

    of_kind: Final[str] = PERSONA

    def __init__(self, page: PersonasPage, persona: str) -> None:
        self._page, self.of_id = page, persona

    @property
    def store(self) -> Store:
        """The open playbook."""
        return self._page.open_store()

    def title(self) -> str:
        """Return what the dialog is called."""
        return tr("versions.dialog.persona", name=self._page.personas.all[self.of_id].name)

    def changes(self, then: str) -> Sequence[PartChange]:
        """Return the parts that say something else now than a kept text."""
        now = Personas.read(self.store)
        return changed_parts(persona_in(then), now, self.of_id, tr("versions.part.head"), _told)

    def restore(self, then: str, part: str) -> bool:
        """Put a part back as a kept text has it; return whether that could be done."""
        return self._page.run(lambda store: restore_part(store, persona_in(then), self.of_id, part))

    def erase(self) -> bool:
        """Erase all that is kept; return whether that could be done."""
        return self._page.run(lambda store: erase(store, PERSONA, self.of_id))


def show_versions(page: PersonasPage) -> VersionsDialog | None:
    """Show what the open persona said before."""
    if page.persona is None:
        return None
    page.flush()
    return open_versions(PersonaHistory(page, page.persona.id), page)


def _told(card: PersonaCard, shape: Shape) -> str:
    return spoken(card, shape, caption_of(card, shape, ()))
