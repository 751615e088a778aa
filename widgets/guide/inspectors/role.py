"""What edits a role."""

from __future__ import annotations

from typing_extensions import override

from app.guide.role import GuideRole
from app.message import say
from widgets.common.colour_row import ColourRow
from widgets.common.field_group import FieldGroup
from widgets.common.labelled import Labelled
from widgets.common.words import tr
from widgets.guide.bench import Bench
from widgets.guide.inspector import GuideInspector
from widgets.guide.inspectors.chips import ChipFields
from widgets.guide.inspectors.fields import PlainFields
from widgets.guide.names import duties, people
from widgets.records.record_editor import open_records


class RoleName(PlainFields):
    """What the role is called."""

    def __init__(self) -> None:
        super().__init__()
        self.line("name", needed=True)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.label({"name": tr("guide.roles.name")})


class RoleMore(PlainFields):
    """What is expected, how fast, where to reach it."""

    def __init__(self) -> None:
        super().__init__()
        self.area("expects")
        self.place(self.time("response"))
        self.line("contact")
        self.tick("counts")
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.label({
            "expects": tr("guide.roles.expects"),
            "response": tr("guide.roles.response"),
            "contact": tr("guide.roles.contact"),
            "counts": tr("guide.roles.counts"),
        })  # fmt: skip


class RoleColour(FieldGroup[GuideRole]):
    """The colour of the role in the coverage."""

    def __init__(self) -> None:
        super().__init__()
        self.colour = Labelled(ColourRow())
        self.column.addWidget(self.colour)
        self.colour.field.chosen.connect(lambda key: self.tell(colour=key))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.colour.set_label(tr("guide.roles.colour"))

    @override
    def show_values(self) -> None:
        for role in self.things:
            self.colour.field.show_colour(role.colour)


class RoleInspector(GuideInspector):
    """Who it is, what it does, how fast it answers."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self.does = ChipFields("duties", duties, say("guide.roles.does.add"), say("guide.told.words"))
        self.people = ChipFields(
            "people",
            lambda chosen: people(bench.guide, chosen),
            say("guide.roles.people.add"),
            say("guide.roles.people.edit"),
            words=False,
        )
        self.people.manage_requested.connect(lambda _, field: open_records(bench.store, "person", field))
        self.fill_with(RoleName(), self.does, self.people, RoleMore(), RoleColour())

    @override
    def show_head(self, thing: GuideRole) -> None:
        self.head.show_what(tr("guide.inspector.role"), thing.colour, "users", active=True)

    @override
    def retranslate(self) -> None:
        self.does.chips.set_label(tr("guide.roles.does"))
        self.people.chips.set_label(tr("guide.roles.people"))
        super().retranslate()
