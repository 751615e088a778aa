"""What the drop-down lists of the inspector offer, with the icons that go with it."""

from __future__ import annotations

from typing import Final

from app.calendar.event import MessageStatus, Status
from app.calendar.plan import Plan
from widgets.calendar.wording import MESSAGE_TEXTS, STATUS_ICONS, STATUS_TEXTS
from widgets.common.choice import Option
from widgets.common.dots import dot
from widgets.common.icons import icon
from widgets.common.named_options import none_option
from widgets.common.words import tr
from widgets.records.record_details import AREA_TEXTS

STATUS_ROLES: Final = {
    Status.IDEA: "text_muted",
    Status.PLANNED: "accent",
    Status.READY: "accent",
    Status.DONE: "success",
    Status.SKIPPED: "text_muted",
}
MESSAGE_ICONS: Final = {
    MessageStatus.NONE: "minus",
    MessageStatus.DRAFT: "pencil",
    MessageStatus.PLANNED: "clock",
    MessageStatus.SENT: "send",
    MessageStatus.FOLLOW_UP: "messages-square",
}


def kind_options(plan: Plan) -> list[Option]:
    """Kinds with the icon and the colour of their family; the work area stands behind the name."""
    return [
        Option(
            kind.id,
            tr("field.kind.in_area", kind=kind.name, area=tr(AREA_TEXTS[kind.area])),
            icon(kind.icon, f"category.{kind.family}.solid"),
            kind.name,
            f"{kind.icon} {kind.family}",
        )
        for kind in plan.kinds.values()
    ]


def status_options() -> list[Option]:
    """Work states."""
    return [Option(it.value, tr(STATUS_TEXTS[it]), icon(STATUS_ICONS[it], STATUS_ROLES[it])) for it in Status]


def message_options() -> list[Option]:
    """States of the message."""
    return [Option(it.value, tr(MESSAGE_TEXTS[it]), icon(MESSAGE_ICONS[it], "text_muted")) for it in MessageStatus]


def stage_options(plan: Plan) -> list[Option]:
    """None, then the stages with their dots."""
    stages = (Option(it.id, it.name, dot(f"category.{it.colour}.solid"), look=it.colour) for it in plan.stages.values())
    return [none_option(), *stages]
