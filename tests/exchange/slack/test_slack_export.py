"""Exports of Slack: who, where, what and when, and what is no activity of people."""

from __future__ import annotations

import json
from typing import Any

import pytest

from app.activity.incoming import InPlace, Space
from app.activity.kind import ActivityKind
from app.exchange.slack import source
from tests.exchange.files import Files, Told, told_by

NEW, OLD = 1_700_000_000, 1_440_000_000  # seconds: with threads, and before Slack had them
MILA = {
    "id": "U1", "team_id": "T9", "name": "mila", "tz": "Europe/Sofia", "is_admin": True, "is_bot": False,
    "profile": {"display_name": "Mila D.", "real_name": "Mila Dimova", "email": "mila@example.org", "title": "Host"},
}  # fmt: skip
RADO = {"id": "U2", "team_id": "T9", "name": "rado", "profile": {"real_name": "Радо Т.", "display_name": ""}}
GONE = {"id": "U3", "team_id": "T9", "name": "yana", "deleted": True, "updated": NEW + 9, "profile": {}}
ROBOT = {"id": "U4", "team_id": "T9", "name": "clock", "is_bot": True, "profile": {"real_name": "Clock"}}
GENERAL = {"id": "C1", "name": "general", "is_general": True, "members": ["U1", "U2"]}


def stamp(after: float = 0, since: int = NEW) -> str:
    return f"{since + after:.6f}"


def said(who: str, text: str = "Hello", after: float = 0, *, since: int = NEW, **more: Any) -> dict[str, Any]:
    return {"type": "message", "user": who, "text": text, "ts": stamp(after, since)} | more


def export(*messages: Any, users: Any = (MILA, RADO, GONE, ROBOT), root: str = "", **more: Any) -> Files:
    files = {"channels.json": [GENERAL], "users.json": list(users), "general/2023-11-14.json": list(messages)}
    return Files({root + name: holds for name, holds in (files | more).items()})


def told(*messages: Any, **more: Any) -> Told:
    return told_by(source, export(*messages, **more))


def test_an_export_is_known_by_what_it_holds():
    assert source.recognise(export())
    assert source.recognise(export(root="Kestrel Circle/"))
    assert not source.recognise(Files({"channels.json": [], "users.json": "broken"}))
    assert not source.recognise(Files({"users.json": [MILA]}))


def test_the_workspace_is_that_of_most_users_else_the_channel_of_everybody():
    assert source.space(export()) == Space("slack", "T9", "")
    assert source.space(export(users=[{"id": "U1", "profile": {}}])).ext == "C1"


def test_people_come_with_what_their_workspace_knows_of_them():
    people = told().people

    assert people["U1"].name == "Mila D."
    assert people["U1"].email == "mila@example.org"
    assert people["U1"].foreign == {"title": "Host", "real_name": "Mila Dimova"}
    assert people["U1"].staff
    assert people["U2"].name == "Радо Т."
    assert people["U3"].left == (NEW + 9) * 1_000_000
    assert people["U4"].bot


def test_a_message_keeps_its_own_instant_to_the_microsecond():
    [message] = told(said("U1", ts="1700000000.123456")).activities

    assert (message.at, message.ext, message.place) == (1_700_000_000_123_456, "C1:1700000000.123456", "C1")


def test_a_thread_is_named_after_the_message_that_began_it():
    root = said("U1", "Who comes?", thread_ts=stamp(), reply_count=2, replies=[{"user": "U2", "ts": stamp(5)}])
    reply = said("U2", "I do", 5, thread_ts=stamp(), parent_user_id="U1")
    shown = said("U2", "All: I do", 6, thread_ts=stamp(), subtype="thread_broadcast", root=root)
    found = told(root, reply, shown, said("U2", "Alone", 7)).by_ext()

    assert found[f"C1:{stamp()}"].thread == f"C1:{stamp()}"
    assert found[f"C1:{stamp(5)}"][2:] == (2, (NEW + 5) * 1_000_000, "C1", f"C1:{stamp()}", "U1", "I do")
    assert found[f"C1:{stamp(6)}"].kind == ActivityKind.REPLY
    assert found[f"C1:{stamp(7)}"].thread == f"C1:{stamp(7)}"


def test_messages_from_before_there_were_threads_have_none():
    assert told(said("U1", since=OLD)).activities[0].thread == ""


def test_reactions_have_no_time_and_tones_of_skin_are_one():
    wave = {"name": "clap::skin-tone-2", "users": ["U2", "U4"], "count": 2}
    found = told(said("U1", reactions=[wave, {"name": "clap", "users": ["U2"], "count": 1}])).of(ActivityKind.REACTION)

    assert {(it.ext, it.person, it.at, it.target) for it in found} == {
        (f"C1:{stamp()}:clap:U2", "U2", None, "U1"),
        (f"C1:{stamp()}:clap:U4", "U4", None, "U1"),
    }


def test_reactions_whose_names_slack_left_out_are_refused_with_their_number():
    found = told(said("U1", reactions=[{"name": "tada", "users": ["U2"], "count": 52}]))

    assert [(it.reason.id, dict(it.reason.values)) for it in found.refused] == [("source.refused.unnamed", {"n": 51})]


@pytest.mark.parametrize(
    "subtype", ["channel_leave", "channel_topic", "channel_purpose", "channel_name", "channel_archive", "pinned_item",
                "bot_add", "tombstone", "channel_posting_permissions", "message_deleted", "reminder_add"],
)  # fmt: skip
def test_what_a_channel_says_of_itself_is_no_activity(subtype):
    found = told(said("U1", subtype=subtype))

    assert found.activities == []
    assert found.refused == []


def test_entering_a_channel_is_only_the_first_sign_of_a_person():
    found = told(said("U2", subtype="channel_join"), said("U2", after=60), said("U1", after=90))

    assert len(found.activities) == 2
    assert (found.people["U2"].joined, found.people["U2"].seen) == (NEW * 1_000_000, (NEW + 60) * 1_000_000)
    assert found.people["U3"].joined is None


def test_bots_are_told_apart_also_when_they_have_no_user():
    found = told({"type": "message", "subtype": "bot_message", "bot_id": "B7", "username": "Feed", "ts": stamp()},
                 {"type": "message", "subtype": "bot_message", "username": "Old feed", "ts": stamp(1)})  # fmt: skip

    assert [it.person for it in found.activities] == ["B7", "bot:Old feed"]
    assert all(found.people[it.person].bot for it in found.activities)
    assert found.people["B7"].joined is None


def test_a_comment_on_a_file_is_by_who_made_it():
    comment = {"type": "message", "subtype": "file_comment", "ts": stamp(), "text": "<@U1> commented on …",
               "file": {"id": "F1", "user": "U1"}, "comment": {"user": "U2", "comment": "Lovely"}}  # fmt: skip
    [found] = told(comment).activities

    assert (found.person, found.kind, found.target, found.text) == ("U2", ActivityKind.REPLY, "U1", "Lovely")


def test_files_are_told_beside_the_message_that_brought_them():
    files = [{"id": "F1"}, {"id": "F2", "mode": "tombstone"}]
    old = said("U2", after=5, subtype="file_share", file={"id": "F3"})
    found = told(said("U1", files=files), old)

    assert [it.ext for it in found.of(ActivityKind.FILE)] == [f"C1:{stamp()}:file:F1", f"C1:{stamp(5)}:file:F3"]
    assert len(found.of(ActivityKind.POST)) == 2


def test_somebody_of_another_workspace_is_told_from_their_message():
    found = told(said("U77", user_profile={"real_name": "Ines P.", "display_name": "ines", "team": "T5"}))

    assert (found.people["U77"].name, found.people["U77"].foreign) == ("ines", {"team": "T5"})


def test_who_only_reacted_and_is_in_no_list_is_told_too():
    assert "U78" in told(said("U1", reactions=[{"name": "wave", "users": ["U78"], "count": 1}])).people


def test_direct_messages_go_to_the_other_one_and_their_names_stay_unsaid():
    more = {
        "dms.json": [{"id": "D1", "members": ["U1", "U2"]}],
        "mpims.json": [{"id": "G2", "name": "mpdm-mila--rado-1", "members": ["U1", "U2", "U3"]}],
        "groups.json": [{"id": "G1", "name": "core"}],
        "D1/2023-11-14.json": [said("U1")],
        "mpdm-mila--rado-1/2023-11-14.json": [said("U2", after=1)],
        "core/2023-11-14.json": [said("U2", after=2)],
    }
    found = told(**more)

    assert [(it.place, it.kind, it.target) for it in found.activities] == [
        ("D1", ActivityKind.DIRECT, "U2"), ("G1", ActivityKind.POST, ""), ("G2", ActivityKind.DIRECT, ""),
    ]  # fmt: skip
    assert found.places["G2"] == InPlace("G2", "G2", private=True)
    assert found.places["G1"] == InPlace("G1", "core", private=True)


def test_a_channel_in_other_letters_is_found_also_when_its_folder_was_read_as_old_dos():
    odd = "общност".encode().decode("cp437")
    files = {"channels.json": [{"id": "C5", "name": "общност"}], "users.json": [MILA]}
    found = told_by(source, Files({**files, f"{odd}/2023-11-14.json": [said("U1")]}))

    assert found.activities[0].place == "C5"


def test_a_folder_that_no_list_names_is_a_channel_of_that_name():
    found = told(**{"lost/2023-11-14.json": [said("U1")], "lost/canvas.json": [said("U1", after=5)]})

    assert [it.place for it in found.activities] == ["lost"]
    assert found.places["lost"].name == "lost"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("<@U2> and <@U9|ines>, see <#C1> &amp; <#C9|help>", "@Радо Т. and @ines, see #general & #help"),
        ("<https://example.org/a|the page> <https://example.org>", "the page (https://example.org/a) https://example.org"),
        ("<!here> <!subteam^S1|@helpers> <mailto:a@example.org|a@example.org>", "@here @helpers a@example.org"),
        ("&lt;b&gt; 1 &lt; 2", "<b> 1 < 2"),
        ("half a letter \ud83d \x00 and a whole one 🙂", "half a letter   and a whole one 🙂"),
    ],
)  # fmt: skip
def test_texts_are_read_as_people_read_them(text, read):
    files = export()
    files.files["general/2023-11-14.json"] = json.dumps([said("U1", text)]).encode()

    assert told_by(source, files).activities[0].text == read


def test_what_is_odd_is_refused_with_its_place_and_the_rest_comes_in():
    odd = [7, None, {"type": "message"}, said("U1", ts="soon"), said("U1", ts="99999999999.000000"), said("U1", ts=5),
           said(["U1"]), {"type": "message", "text": "", "ts": stamp(8)}]  # fmt: skip
    found = told(*odd, said("U1", after=9))

    assert [it.ext for it in found.activities] == [f"C1:{stamp(9)}"]
    assert [it.file for it in found.refused] == ["general/2023-11-14.json"] * 8
    assert (stamp(8), "source.refused.nobody") in found.why()
    assert ("2", "source.refused.shape") in found.why()


def test_a_day_that_cannot_be_read_is_refused_and_the_others_come_in():
    found = told(said("U1"), **{"general/2023-11-15.json": b"[{", "general/2023-11-16.json": {"no": "list"},
                                "general/2023-11-17.json": b"[" * 100_000})  # fmt: skip

    assert len(found.activities) == 1
    assert [it.file[-7:-5] for it in found.refused] == ["15", "16", "17"]


def test_the_same_export_tells_the_same_again():
    files = export(said("U1", reactions=[{"name": "tada", "users": ["U2"], "count": 1}]), said("U2", after=3))

    assert told_by(source, files) == told_by(source, files)


def test_much_comes_in_blocks_of_some_ten_thousand():
    days = {f"general/2023-11-{day:02}.json": [said("U1", after=day * 9_000 + n / 2) for n in range(3_000)]
            for day in range(1, 11)}  # fmt: skip
    found = told(**days)

    assert len(found.by_ext()) == 30_000
    assert found.blocks >= 4
