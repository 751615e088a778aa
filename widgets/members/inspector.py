"""Everything about one member, or about several at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.members.member import Member
from app.members.snapshot import Members
from widgets.common.avatar import Avatar
from widgets.common.elided_label import ElidedLabel
from widgets.common.inspector_frame import InspectorFrame
from widgets.common.paragraph import Paragraph
from widgets.common.words import day, tr
from widgets.members.fields import AboutFields, KnownFields, ListFields, MemberFields, NotesFields, WhoFields
from widgets.members.happened import MemberIncidents

NAMED = 6


class MemberInspector(InspectorFrame):
    """The fields of the selected members.

    Signals:
        edited: fields have other values (name -> value).
        words_changed: words of a list are to be added and taken away (field, list, list).
        incident_chosen: something that happened with the member is to be shown (its id).
        merge_requested: the one member is to be merged with another.
        manage_requested: the things that a field chooses among are to be edited (side, the field).
    """

    edited = Signal(object)
    words_changed = Signal(str, object, object)
    incident_chosen = Signal(object)
    merge_requested = Signal()
    manage_requested = Signal(str, QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ids: list[str] = []
        self._members = Members()
        self.face, self.several, self.mixed = Face(), Paragraph(), QLabel()
        self.several.setProperty("look", "small")
        self.mixed.setProperty("look", "setting-note")
        for label in (self.several, self.mixed):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.who, self.known, self.lists = WhoFields(), KnownFields(), ListFields()
        self.about, self.notes, self.merge = AboutFields(), NotesFields(), QPushButton()
        self.happened = MemberIncidents()
        self.happened.pressed.connect(self.incident_chosen)
        self.groups: Sequence[MemberFields] = (self.who, self.known, self.lists, self.about, self.notes)
        for group in self.groups:
            group.edited.connect(self.edited if group is not self.lists else self._on_words)
            group.manage_requested.connect(self.manage_requested)
        self.merge.clicked.connect(self.merge_requested)
        self.fill((self.face, self.several, *self.groups, self.mixed, self.happened, self.merge))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.mixed.setText(tr("members.inspector.mixed"))
        self.merge.setText(tr("members.action.merge"))
        self.merge.setAccessibleName(self.merge.text())
        self.empty.set_texts(
            tr("members.inspector.empty"),
            keys=(("Ctrl+F", tr("members.action.find")), ("Ins", tr("members.action.add"))),
        )
        self._show_head()
        self._show_face()

    def show_members(self, members: Members, ids: Sequence[str]) -> None:
        """Show others; what is being typed goes to the ones before."""
        if list(ids) != self.ids:
            self.flush()
            self.area.verticalScrollBar().setValue(0)
        self.ids = list(ids)
        self.refresh(members)

    def refresh(self, members: Members) -> None:
        """Show what the snapshot holds now."""
        self._members = members
        self.ids = [one for one in self.ids if one in members.all]
        things = self.things()
        self.show_fields(something=bool(things))
        self._show_head()
        if not things:
            return
        alone = len(things) == 1
        for group in self.groups:
            group.show_members(members, things)
        self.several.setVisible(not alone)
        self.mixed.setVisible(not alone)
        self.face.setVisible(alone)
        self.happened.show_member(members, things[0].id if alone else "")
        self.merge.setVisible(len(things) < 3)
        names = [f"•  {it.name}" for it in things[:NAMED]]
        if len(things) > NAMED:
            names.append(tr("tasks.inspector.more", n=len(things) - NAMED))
        self.several.setText("\n".join(names))
        self._show_face()

    def things(self) -> list[Member]:
        """Return who is shown."""
        return [self._members.all[one] for one in self.ids if one in self._members.all]

    def flush(self) -> None:
        """Give what is being typed, now."""
        for group in self.groups:
            group.flush()

    def focus_name(self) -> None:
        """Put the keyboard on the name."""
        self.who.name.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.who.name.field.selectAll()

    def _on_words(self, change: tuple[str, list[str], list[str]]) -> None:
        self.words_changed.emit(*change)

    def _show_face(self) -> None:
        things = self.things()
        if len(things) == 1:
            self.face.show_member(things[0])

    def _show_head(self) -> None:
        n = len(self.ids)
        title = tr("members.inspector.several", n=n) if n > 1 else tr("members.inspector.one")
        self.head.show_what(title, "ops", "users" if n > 1 else "user", active=n > 0)
        self.head.duplicate.hide()  # there is one of everybody


class Face(QWidget):
    """Circle of 44 px, name, and a line about since when."""

    def __init__(self) -> None:
        super().__init__()
        self.circle = Avatar(44)
        self.name, self.since = ElidedLabel(look="section"), ElidedLabel(look="caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        row.addWidget(self.circle)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.since)
        row.addLayout(words, 1)

    def show_member(self, member: Member) -> None:
        """Show somebody."""
        self.circle.show_person(member.id, member.name)
        self.name.setText(member.name)
        parts = [tr("members.joined.on", day=day(member.joined, "d MMMM yyyy"))] if member.joined else []
        parts += [", ".join(member.languages)] if member.languages else []
        self.since.setText(" · ".join(parts))
        self.since.setVisible(bool(parts))
