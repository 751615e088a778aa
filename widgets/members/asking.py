"""What the members page asks: which other one is meant, how two become one, which names are to be added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.members.member import Member
from app.members.merging import alike
from widgets.common.labelled import Labelled
from widgets.common.person_field import PersonField
from widgets.common.small_panel import SmallPanel, open_small
from widgets.common.words import tr
from widgets.members.merge_dialog import MergeDialog, open_merge
from widgets.members.paste_dialog import PasteDialog, open_paste

if TYPE_CHECKING:
    from widgets.members.page import MembersPage


class Asking(QObject):
    """Dialogs and panels, made when they are wanted."""

    def __init__(self, page: MembersPage) -> None:
        super().__init__(page)
        self._page = page

    def paste(self) -> PasteDialog:
        """Ask for a list of names."""
        dialog = open_paste(self._page)
        dialog.names_given.connect(self._page.edits.add_names)
        return dialog

    def merge(self, one: str, other: str) -> MergeDialog:
        """Ask how two become one."""
        page = self._page
        dialog, _ = open_merge(page.open_store(), page.members, (one, other), page)
        dialog.merge_requested.connect(page.edits.merge)
        return dialog

    def other_one(self, one: str) -> PersonField:
        """Ask with whom somebody is to be merged; who is called alike comes first."""
        page = self._page
        member = page.members.all[one]
        others = [it for it in page.members.all.values() if it.id != one]
        near = [it for it in others if alike(it.name, member.name) >= 0.6]
        near.sort(key=lambda it: -alike(it.name, member.name))
        first = {it.id for it in near}
        rest = page.members.in_order((it for it in others if it.id not in first), "name")
        field: Labelled[PersonField] = Labelled(PersonField())
        field.field.show_people((it.id, _name(it)) for it in (*near, *rest))
        field.set_label(tr("members.merge.whom"))
        field.field.setPlaceholderText(tr("members.merge.whom.hint"))
        panel = SmallPanel(tr("members.merge.title"), member.name, tr("members.action.merge"))
        panel.fields.addWidget(field)
        if near:
            field.field.show_person(near[0].id)

        def take() -> bool:
            chosen = field.field.person()
            if chosen:
                self.merge(one, chosen)
            return bool(chosen)

        open_small(panel, page.people, page.people.anchor(one), take)
        return field.field


def _name(member: Member) -> str:
    about = member.company or (member.emails[0] if member.emails else "")
    return f"{member.name} · {about}" if about else member.name
