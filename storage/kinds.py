"""What a table is called for a person."""

from __future__ import annotations

from typing import Final

from app.message import Message

KIND_TEXTS: Final = {
    "playbook": "storage.kind.playbook",
    "event": "storage.kind.event",
    "override": "storage.kind.override",
    "checklist_step": "storage.kind.checklist_step",
    "kind": "storage.kind.kind",
    "channel": "storage.kind.channel",
    "program": "storage.kind.program",
    "person": "storage.kind.person",
    "persona": "storage.kind.persona",
    "stage": "storage.kind.stage",
    "kpi": "storage.kind.kpi",
    "tactic": "storage.kind.tactic",
    "saved_filter": "storage.kind.saved_filter",
    "week_capacity": "storage.kind.week_capacity",
    "link": "storage.kind.link",
    "purpose": "storage.kind.purpose",
    "reading": "storage.kind.reading",
    "board": "storage.kind.board",
    "note": "storage.kind.note",
    "connector": "storage.kind.connector",
    "grid_line": "storage.kind.grid_line",
    "branch": "storage.kind.branch",
    "cross_link": "storage.kind.cross_link",
    "task_column": "storage.kind.task_column",
    "task": "storage.kind.task",
    "task_step": "storage.kind.task_step",
    "own_field": "storage.kind.own_field",
    "persona_section": "storage.kind.persona_section",
    "persona_card": "storage.kind.persona_card",
    "chapter": "storage.kind.chapter",
    "tone_line": "storage.kind.tone_line",
    "scenario": "storage.kind.scenario",
    "escalation": "storage.kind.escalation",
    "strike_level": "storage.kind.strike_level",
    "guide_role": "storage.kind.guide_role",
    "duty": "storage.kind.duty",
    "promise": "storage.kind.promise",
    "absence": "storage.kind.absence",
    "reply": "storage.kind.reply",
    "reply_text": "storage.kind.reply_text",
    "resource": "storage.kind.resource",
    "known_answer": "storage.kind.known_answer",
    "incident": "storage.kind.incident",
    "member": "storage.kind.member",
    "member_state": "storage.kind.member_state",
    "sequence": "storage.kind.sequence",
    "sequence_step": "storage.kind.sequence_step",
    "enrolment": "storage.kind.enrolment",
    "delivery": "storage.kind.delivery",
    "pipeline_entry": "storage.kind.pipeline_entry",
    "prompt": "storage.kind.prompt",
    "prompt_use": "storage.kind.prompt_use",
    "rule": "storage.kind.rule",
    "rule_clause": "storage.kind.rule_clause",
    "rule_firing": "storage.kind.rule_firing",
    "audience": "storage.kind.audience",
    "plan_text": "storage.kind.plan_text",
    "procedure": "storage.kind.procedure",
    "procedure_step": "storage.kind.procedure_step",
    "tactic_message": "storage.kind.tactic_message",
    "revision": "storage.kind.revision",
}


def named(table: str) -> Message | str:
    """Return the word for what a table holds; a name that is none of ours stays as it is."""
    return Message(KIND_TEXTS[table]) if table in KIND_TEXTS else table[:40]
