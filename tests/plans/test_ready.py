from datetime import date

import pytest

from app.plans.audience import Audience
from app.plans.plan_text import PlanText
from app.plans.procedure import Procedure, ProcedureStep
from app.playbook.start import begin, begin_sample, settings
from app.playbook.templates import read_template
from app.tactics.message import TacticMessage
from app.tactics.tactic import Tactic
from resources.templates import COMMUNITIES, SAMPLE, content
from storage.store import SqlStore

START = date(2027, 3, 1)


@pytest.mark.parametrize("language", ["en", "bg"])
@pytest.mark.parametrize("community", ["", *COMMUNITIES, SAMPLE])
def test_a_new_playbook_brings_procedures_audiences_texts_and_messages(tmp_path, language, community):
    store = SqlStore(tmp_path / "new.sedyanka")
    template = read_template(content(language, community), START, language, community)

    (begin_sample if community == SAMPLE else begin)(store, template, settings(template, language))

    procedures = {it.id for it in store.of(Procedure).all()}
    steps = list(store.of(ProcedureStep).all())
    assert len(procedures) == 6
    assert {it.procedure for it in steps} == procedures
    assert all(it.text and it.expects and it.effort for it in steps)
    assert store.of(Audience).count() == 9
    assert {it.plan for it in store.of(PlanText).all()} == {"action", "communication"}
    messages = list(store.of(TacticMessage).all())
    assert {it.tactic for it in messages} <= {it.id for it in store.of(Tactic).all()}
    assert all(dict(it.texts).keys() == {"en", "bg"} for it in messages)
    assert store.next_undo() is None
    store.close()
