"""The fields of members, in groups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from zoneinfo import available_timezones

from PySide6.QtWidgets import QCheckBox, QCompleter, QWidget
from typing_extensions import override

from app.members.known_as import handles_text, read_handles, read_list
from app.members.member import Member
from app.members.snapshot import Members
from app.message import say
from widgets.common.choice import Choice
from widgets.common.day_field import DayField
from widgets.common.field_group import FieldGroup
from widgets.common.labelled import Labelled
from widgets.common.named_options import named_options
from widgets.common.tags_field import TagsField
from widgets.common.text_area import TextArea
from widgets.common.text_field import TextField
from widgets.common.words import tr

LISTS: Final = ("languages", "interests", "tags")


class MemberFields(FieldGroup[Member]):
    """A group that also knows what there is to choose among."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.members = Members()

    def show_members(self, members: Members, things: Sequence[Member]) -> None:
        """Show the values that members share."""
        self.members = members
        self.show_things(things)

    @property
    def alone(self) -> Member | None:
        """The one member, when there is one."""
        return self.things[0] if len(self.things) == 1 else None


class WhoFields(MemberFields):
    """Name, state, persona."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.state, self.persona = Labelled(TextField()), Labelled(Choice()), Labelled(Choice())
        self.name.field.setProperty("weight", "medium")
        self.add_row(self.name)
        self.add_row(self.state, self.persona)
        self.name.field.committed.connect(self._on_name)
        self.state.field.chosen.connect(lambda key: self.tell(state=key))
        self.persona.field.chosen.connect(lambda key: self.tell(persona=key))
        self.state.field.manage_requested.connect(lambda: self.manage_requested.emit("state", self.state.field))
        self.persona.field.manage_requested.connect(lambda: self.manage_requested.emit("persona", self.persona.field))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.name.set_label(tr("members.field.name"))
        self.state.set_label(tr("members.field.state"))
        self.persona.set_label(tr("members.field.persona"))
        self.show_values()

    @override
    def show_values(self) -> None:
        if not self.things:
            return
        self.name.setVisible(self.alone is not None)
        if self.alone:
            self.name.field.show_value(self.alone.name)
        used = {it.persona for it in self.things}
        offered = [it for it in self.members.personas.values() if not it.archived or it.id in used]
        self.state.field.show_options(named_options(self.members.states.values()), tr("members.states.edit"))
        self.persona.field.show_options(named_options(offered), tr("members.personas.edit"))
        self.state.field.show_value(self.shared(lambda it: it.state))
        self.persona.field.show_value(self.shared(lambda it: it.persona))

    def _on_name(self, text: str) -> None:
        name = " ".join(text.split())
        if name:
            self.tell(name=name)
        elif self.alone:  # somebody without a name could not be found again
            self.name.field.show_value(self.alone.name)

    @override
    def flush(self) -> None:
        self.name.field.flush()


class KnownFields(MemberFields):
    """What one member is known as elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.handles, self.emails = Labelled(TextArea(2)), Labelled(TextField())
        self.add_row(self.handles)
        self.add_row(self.emails)
        self.handles.field.committed.connect(lambda text: self.tell(handles=read_handles(text)))
        self.emails.field.committed.connect(lambda text: self.tell(emails=read_list(text)))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.handles.set_label(tr("members.field.handles"))
        self.handles.field.set_hint(tr("members.field.handles.hint"))
        self.emails.set_label(tr("members.field.emails"))
        self.emails.field.set_hint(tr("members.field.emails.hint"))

    @override
    def show_values(self) -> None:
        self.setVisible(self.alone is not None)
        if self.alone:
            self.handles.field.show_value(handles_text(self.alone.handles))
            self.emails.field.show_value(", ".join(self.alone.emails))

    @override
    def flush(self) -> None:
        self.handles.field.flush()
        self.emails.field.flush()


class ListFields(MemberFields):
    """Languages, interests and tags; words are added to all and taken from all.

    `edited` carries (field, words added, words taken away).
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = {
            "languages": Labelled(TagsField(say("members.field.languages"), say("members.languages.add"))),
            "interests": Labelled(TagsField(say("members.field.interests"), say("members.interests.add"))),
            "tags": Labelled(TagsField(say("members.field.tags"), say("members.tags.add"))),
        }
        for name, field in self.fields.items():
            field.field.added.connect(lambda word, name=name: self.edited.emit((name, [word], [])))
            field.field.removed.connect(lambda word, name=name: self.edited.emit((name, [], [word])))
            self.add_row(field)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.fields["languages"].set_label(tr("members.field.languages"))
        self.fields["interests"].set_label(tr("members.field.interests"))
        self.fields["tags"].set_label(tr("members.field.tags"))

    @override
    def show_values(self) -> None:
        for name, field in self.fields.items():
            first = getattr(self.things[0], name)
            shared = [word for word in first if all(word in getattr(it, name) for it in self.things)]
            field.field.show_tags(shared, self.members.words_in_use(name))

    @override
    def flush(self) -> None:
        for field in self.fields.values():
            field.field.flush()


class AboutFields(MemberFields):
    """Role, company, zone, days, and whether somebody is of the team or a bot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.role, self.company, self.zone = (Labelled(TextField()) for _ in range(3))
        self.joined, self.left = Labelled(DayField("d MMM yyyy")), Labelled(DayField("d MMM yyyy"))
        self.staff, self.bot = QCheckBox(), QCheckBox()
        self.add_row(self.role, self.company)
        self.add_row(self.joined, self.left)
        self.add_row(self.zone)
        self.add_row(self.staff, self.bot)
        completer = QCompleter(sorted(available_timezones()), self)
        self.zone.field.setCompleter(completer)
        self.role.field.committed.connect(lambda text: self.tell(role=text.strip()))
        self.company.field.committed.connect(lambda text: self.tell(company=text.strip()))
        self.zone.field.committed.connect(self._on_zone)
        self.joined.field.entered.connect(lambda day: self.tell(joined=day))
        self.left.field.entered.connect(lambda day: self.tell(left=day))
        self.staff.clicked.connect(lambda on: self.tell(staff=on))
        self.bot.clicked.connect(lambda on: self.tell(bot=on))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.role.set_label(tr("members.field.role"))
        self.company.set_label(tr("members.field.company"))
        self.zone.set_label(tr("members.field.zone"))
        self.zone.field.set_hint(tr("members.field.zone.hint"))
        self.joined.set_label(tr("members.field.joined"))
        self.left.set_label(tr("members.field.left"))
        for box, name in ((self.staff, tr("members.field.staff")), (self.bot, tr("members.field.bot"))):
            box.setText(name)
            box.setAccessibleName(name)

    @override
    def show_values(self) -> None:
        self.role.field.show_value(self.shared(lambda it: it.role))
        self.company.field.show_value(self.shared(lambda it: it.company))
        self.zone.field.show_value(self.shared(lambda it: it.zone))
        self.zone.set_error("")
        days = {it.joined for it in self.things}, {it.left for it in self.things}
        for field, found in zip((self.joined, self.left), days, strict=True):
            alike = len(found) == 1
            field.field.show_day(next(iter(found)) if alike else None, none=tr("members.day.none"), mixed=not alike)
        self.staff.setChecked(all(it.staff for it in self.things))
        self.bot.setChecked(all(it.bot for it in self.things))

    def _on_zone(self, text: str) -> None:
        zone = text.strip()
        known = not zone or zone in available_timezones()
        self.zone.set_error("" if known else tr("members.field.zone.unknown"))
        if known:
            self.tell(zone=zone)

    @override
    def flush(self) -> None:
        for field in (self.role, self.company, self.zone):
            field.field.flush()


class NotesFields(MemberFields):
    """What one wants to remember about one member."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notes = Labelled(TextArea(4))
        self.add_row(self.notes)
        self.notes.field.committed.connect(lambda text: self.tell(notes=text))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.notes.set_label(tr("members.field.notes"))

    @override
    def show_values(self) -> None:
        self.setVisible(self.alone is not None)
        if self.alone:
            self.notes.field.show_value(self.alone.notes)

    @override
    def flush(self) -> None:
        self.notes.field.flush()
