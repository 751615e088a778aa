"""Every measure, in the order of the list; each is counted by a function and lists what it was made of."""

from __future__ import annotations

from functools import partial
from typing import Final

from app.activity.kind import ActivityKind
from app.feedback.form import QuestionKind
from app.health.measures import activity, flow, records
from app.health.measures.asking import Asking
from app.health.measures.measure import Behind, Measure, Unit
from app.health.measures.period import Period, Window
from app.message import Message, say

ACTIVATE_7: Final = flow.Activation(7)
ACTIVATE_14: Final = flow.Activation(14)
EDGES: Final = (
    say("measures.edge.bots"),
    say("measures.edge.whole"),
    say("measures.edge.left"),
    say("measures.edge.zone"),
    say("measures.edge.once"),
)


def behind_cohorts(it: Asking, period: Period) -> Behind:
    """Return everybody who was active: of them, and of who came, a cohort is made."""
    return Behind(people=tuple(it.ask.people(activity.days_of(it, period))))


def _each(id: str, kind: ActivityKind, what: Message, untold: Message) -> list[Measure]:
    """Return mean and median of what an active person does in a week and in a month."""
    found = []
    for window, about in (
        (Window.WEEK, say("measures.each.week", what=what)),
        (Window.MONTH, say("measures.each.month", what=what)),
    ):
        for name, typical, label in (
            ("mean", False, say("measures.each.mean", what=about)),
            ("median", True, say("measures.each.median", what=about)),
        ):
            each = activity.Each((kind.value,), untold, typical=typical)
            measure = Measure(
                f"{id}_per_active_{window}_{name}",
                label,
                say("measures.each.about", what=what),
                Unit.EACH,
                window,
                each.count,
                activity.people(each.whom),
                EDGES,
                (kind.name,),
            )
            found.append(measure)
    return found


MEASURES: Final = (
    Measure(
        "weekly_active",
        say("measures.weekly_active.name"),
        say("measures.weekly_active.about"),
        Unit.PEOPLE,
        Window.WEEK,
        activity.active,
        activity.people(activity.doing("active")),
        EDGES,
    ),
    Measure(
        "monthly_active",
        say("measures.monthly_active.name"),
        say("measures.monthly_active.about"),
        Unit.PEOPLE,
        Window.MONTH,
        activity.active,
        activity.people(activity.doing("active")),
        EDGES,
    ),
    Measure(
        "stickiness",
        say("measures.stickiness.name"),
        say("measures.stickiness.about"),
        Unit.PERCENT,
        Window.SPAN,
        activity.sticky,
        activity.people(activity.visitors),
        EDGES,
    ),
    Measure(
        "contributors",
        say("measures.contributors.name"),
        say("measures.contributors.about"),
        Unit.PEOPLE,
        Window.SPAN,
        activity.contributors,
        activity.people(activity.doing("contributor")),
        EDGES,
    ),
    Measure(
        "regular_contributors",
        say("measures.regular_contributors.name"),
        say("measures.regular_contributors.about"),
        Unit.PEOPLE,
        Window.SPAN,
        activity.regulars,
        activity.people(activity.regular),
        EDGES,
    ),
    Measure(
        "new_contributors",
        say("measures.new_contributors.name"),
        say("measures.new_contributors.about"),
        Unit.PEOPLE,
        Window.SPAN,
        activity.new_contributors,
        activity.people(activity.first_time),
        EDGES,
    ),
    Measure(
        "activation_7",
        say("measures.activation_7.name"),
        say("measures.activation_7.about"),
        Unit.PERCENT,
        Window.SPAN,
        ACTIVATE_7.count,
        activity.people(ACTIVATE_7.whom),
        EDGES,
    ),
    Measure(
        "activation_14",
        say("measures.activation_14.name"),
        say("measures.activation_14.about"),
        Unit.PERCENT,
        Window.SPAN,
        ACTIVATE_14.count,
        activity.people(ACTIVATE_14.whom),
        EDGES,
    ),
    Measure(
        "reply_ratio",
        say("measures.reply_ratio.name"),
        say("measures.reply_ratio.about"),
        Unit.PERCENT,
        Window.SPAN,
        activity.replies,
        activity.people(activity.written_by),
        EDGES,
    ),
    Measure(
        "readers_turned",
        say("measures.readers_turned.name"),
        say("measures.readers_turned.about"),
        Unit.PERCENT,
        Window.SPAN,
        activity.readers,
        activity.people(activity.only_read),
        EDGES,
    ),
    Measure(
        "active_days",
        say("measures.active_days.name"),
        say("measures.active_days.about"),
        Unit.DAYS,
        Window.SPAN,
        activity.active_days,
        activity.people(activity.days_of),
        EDGES,
    ),
    Measure(
        "retention",
        say("measures.retention.name"),
        say("measures.retention.about"),
        Unit.PERCENT,
        Window.SPAN,
        flow.retention,
        behind_cohorts,
        EDGES,
    ),
    Measure(
        "gini_contributors",
        say("measures.gini_contributors.name"),
        say("measures.gini_contributors.about"),
        Unit.INDEX,
        Window.SPAN,
        flow.gini,
        activity.people(activity.doing("contributor")),
        EDGES,
    ),
    Measure(
        "gini_all",
        say("measures.gini_all.name"),
        say("measures.gini_all.about"),
        Unit.INDEX,
        Window.SPAN,
        flow.gini_of_all,
        activity.people(activity.here),
        EDGES,
    ),
    Measure(
        "absence_factor",
        say("measures.absence_factor.name"),
        say("measures.absence_factor.about"),
        Unit.PEOPLE,
        Window.SPAN,
        flow.absence,
        activity.people(activity.doing("contributor")),
        EDGES,
    ),
    Measure(
        "top_1_share",
        say("measures.top_1_share.name"),
        say("measures.top_1_share.about"),
        Unit.PERCENT,
        Window.SPAN,
        partial(flow.top, 1),
        activity.people(activity.doing("contributor")),
        EDGES,
    ),
    Measure(
        "top_10_share",
        say("measures.top_10_share.name"),
        say("measures.top_10_share.about"),
        Unit.PERCENT,
        Window.SPAN,
        partial(flow.top, 10),
        activity.people(activity.doing("contributor")),
        EDGES,
    ),
    Measure(
        "first_response_median",
        say("measures.first_response_median.name"),
        say("measures.first_response_median.about"),
        Unit.HOURS,
        Window.SPAN,
        flow.median_wait,
        flow.unanswered_rows,
        EDGES,
    ),
    Measure(
        "first_response_p90",
        say("measures.first_response_p90.name"),
        say("measures.first_response_p90.about"),
        Unit.HOURS,
        Window.SPAN,
        flow.p90_wait,
        flow.unanswered_rows,
        EDGES,
    ),
    Measure(
        "unanswered_rate",
        say("measures.unanswered_rate.name"),
        say("measures.unanswered_rate.about"),
        Unit.PERCENT,
        Window.SPAN,
        flow.unanswered,
        flow.unanswered_rows,
        EDGES,
    ),
    Measure(
        "took_part",
        say("measures.took_part.name"),
        say("measures.took_part.about"),
        Unit.PEOPLE,
        Window.SPAN,
        activity.took_part,
        activity.people(activity.doing("took_part")),
        EDGES,
    ),
    Measure(
        "member_states",
        say("measures.member_states.name"),
        say("measures.member_states.about"),
        Unit.PEOPLE,
        Window.SPAN,
        records.states,
        records.in_states,
        EDGES,
    ),
    Measure(
        "advocates",
        say("measures.advocates.name"),
        say("measures.advocates.about"),
        Unit.PEOPLE,
        Window.SPAN,
        records.advocates,
        records.spoken_up,
        EDGES,
    ),
    Measure(
        "reach",
        say("measures.reach.name"),
        say("measures.reach.about"),
        Unit.PERCENT,
        Window.SPAN,
        records.reach,
        records.new_customers,
        EDGES,
    ),
    Measure(
        "nps",
        say("measures.nps.name"),
        say("measures.nps.about"),
        Unit.POINTS,
        Window.SPAN,
        records.nps,
        partial(records.answers_to, QuestionKind.NPS),
        EDGES,
    ),
    Measure(
        "rating",
        say("measures.rating.name"),
        say("measures.rating.about"),
        Unit.POINTS,
        Window.SPAN,
        records.rating,
        partial(records.answers_to, QuestionKind.RATING),
        EDGES,
    ),
    Measure(
        "members",
        say("measures.members.name"),
        say("measures.members.about"),
        Unit.PEOPLE,
        Window.SPAN,
        activity.members,
        activity.people(activity.here),
        EDGES,
        headline=False,
    ),
    *_each("posts", ActivityKind.POST, say("measures.what.posts"), say("measures.unknown.written")),
    *_each("replies", ActivityKind.REPLY, say("measures.what.replies"), say("measures.unknown.threads")),
    *_each("reactions", ActivityKind.REACTION, say("measures.what.reactions"), say("measures.unknown.reactions")),
    *_each("direct", ActivityKind.DIRECT, say("measures.what.direct"), say("measures.unknown.direct")),
)
BY_ID: Final = {measure.id: measure for measure in MEASURES}
