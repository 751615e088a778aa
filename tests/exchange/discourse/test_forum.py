"""What a Discourse forum gives."""

from __future__ import annotations

import re
from typing import Any

import pytest

from app.activity.incoming import InFigure, InPlace, Space
from app.activity.kind import ActivityKind
from app.exchange.discourse import source
from app.exchange.discourse.queries import LIKES, POSTS
from tests.exchange.files import Files, one_file, packed, told_by

USERS = (
    "id,name,username,email,title,created_at,last_seen_at,last_posted_at,trust_level,active,admin,moderator,ip_address,"
    "staged,location,Company (custom user field),group_names\n"
    "1,Mila D.,mila,mila@example.org,Host,2025-03-04 10:00:00 UTC,2027-01-02 08:30:00 UTC,,4,true,true,false,10.0.0.1,"
    "false,Sofia,Kestrel,core;staff\n"
    '7,"Тодорова, Яна",yana,yana@example.org,,2026-05-06 07:00:00 UTC,,,1,true,false,false,,false,,Aurora\n'
    "8,,letter,l@example.org,,2026-05-06 07:00:00 UTC,,,0,false,false,false,,true\n"
    "-1,system,system,,,2020-01-01 00:00:00 UTC,,,4,true,true,false\n"
    "x,broken\n"
)
AT = "2026-11-05T10:00:00.250Z"
MICROSECONDS = 1_793_872_800_250_000


def post(id: int, number: int, user: int = 1, **more: Any) -> dict[str, Any]:
    usual = {"id": id, "post_number": number, "user_id": user, "username": f"u{user}", "topic_id": 5, "post_type": 1,
             "created_at": AT, "cooked": f"<p>Post {number}</p>"}  # fmt: skip
    return usual | more


def topic(*posts: Any, **more: Any) -> dict[str, Any]:
    ids = [it["id"] for it in posts if isinstance(it, dict)]
    return {"post_stream": {"posts": list(posts), "stream": ids}, "id": 5, "title": "Hello", "category_id": 3} | more


def told(holds: Any, name: str = "5.json"):
    return told_by(source, one_file(name, holds))


def test_the_list_of_users_is_mapped_by_its_names_also_where_rows_are_too_short():
    found = told(USERS, "user-list-270104.csv")
    mila, yana = found.people["1"], found.people["7"]

    assert (mila.name, mila.handle, mila.email, mila.staff) == ("Mila D.", "mila", "mila@example.org", True)
    assert mila.foreign == {"title": "Host", "trust_level": "4", "staged": "false", "location": "Sofia",
                            "Company (custom user field)": "Kestrel", "group_names": "core;staff"}  # fmt: skip
    assert mila.joined == 1_741_082_400_000_000
    assert mila.seen == 1_798_878_600_000_000
    assert yana.foreign["Company (custom user field)"] == "Aurora"
    assert found.people["-1"].bot
    assert found.people["8"].joined is None
    assert found.why() == [("6", "source.refused.nobody")]


def test_the_list_of_users_may_be_packed():
    assert len(told(packed(USERS), "user-list-270104.csv.gz").people) == 4


def test_no_address_of_a_computer_is_kept():
    assert "10.0.0.1" not in str(told(USERS, "u.csv").people)


def test_a_topic_tells_posts_and_whom_they_answer():
    found = told(topic(post(50, 1), post(51, 2, 7), post(52, 3, 8, reply_to_post_number=2)))

    assert [it[:8] for it in found.activities] == [
        ("50", "1", ActivityKind.POST, MICROSECONDS, "3", "50", "", "Post 1"),
        ("51", "7", ActivityKind.REPLY, MICROSECONDS, "3", "50", "1", "Post 2"),
        ("52", "8", ActivityKind.REPLY, MICROSECONDS, "3", "50", "7", "Post 3"),
    ]
    assert found.people["7"].handle == "u7"


def test_a_later_page_of_a_topic_knows_its_first_post_by_the_stream():
    late = topic(post(99, 40))
    late["post_stream"]["stream"] = [50, 51, 99]

    assert told(late).activities[0].thread == "50"
    assert told({"post_stream": {"posts": [post(99, 40)]}}).activities[0].thread == "topic:5"


def test_what_moderators_close_move_whisper_or_delete_is_no_post():
    odd = [post(60 + kind, 2, post_type=kind) for kind in (2, 3, 4)]
    gone = [post(70, 3, deleted_at=AT), post(71, 4, user_deleted=True)]

    assert [it.ext for it in told(topic(post(50, 1), *odd, *gone)).activities] == ["50"]


def test_private_messages_are_direct():
    [found] = told(topic(post(50, 1), archetype="private_message")).activities

    assert (found.kind, found.place) == (ActivityKind.DIRECT, "private_message")


def test_staff_are_marked_by_their_posts():
    assert told(topic(post(50, 1, 9, staff=True))).people["9"].staff


def test_the_latest_posts_of_all_topics_come_in_too():
    found = told({"latest_posts": [post(80, 2, topic_id=6, raw="*Raw*"), post(81, 1, topic_id=7)]}, "posts.json")

    assert [(it.ext, it.thread, it.text) for it in found.activities] == [
        ("80", "topic:6", "*Raw*"),
        ("81", "81", "Post 1"),
    ]


@pytest.mark.parametrize(
    ("cooked", "read"),
    [
        ('<aside class="quote" data-x="1"><div>Other</div></aside><p>Mine &amp; yours</p>', "Mine & yours"),
        ('<p>One<br>Two</p>\n<ul><li>Three</li></ul><script>alert(1)</script>', "One\nTwo\nThree"),
        ('<p>Hi <img src="x" class="emoji" alt=":wave:"> <a href="/u/x">@x</a></p>', "Hi :wave: @x"),
        ("<blockquote><p>Old</p></blockquote><p>New</p>", "New"),
        ("1 &lt; 2", "1 < 2"),
        ("<aside " * 20_000, "<aside " * 20_000),
        (None, ""),
    ],
)  # fmt: skip
def test_texts_say_what_the_person_wrote(cooked, read):
    assert told(topic(post(50, 1, cooked=cooked))).activities[0].text == read.strip()[:100_000]


def columns_of(query: str) -> list[str]:
    chosen = re.search(r"SELECT (.*?)\nFROM", query, re.DOTALL).group(1)
    return [part.split()[-1].rpartition(".")[2] for part in chosen.split(",")]


def test_what_our_query_of_posts_gives_comes_in():
    head = columns_of(POSTS)
    row = {
        "post_id": "51", "topic_id": "5", "post_number": "2", "first_post_id": "50", "user_id": "7",
        "username": "yana", "created_at": "2026-11-05 10:00:00.25 UTC", "reply_to_user_id": "1",
        "category_id": "3", "category": "Общи", "read_restricted": "true", "archetype": "regular",
        "raw": '"Two\nlines"',
    }  # fmt: skip
    found = told(",".join(head) + "\n" + ",".join(row[title] for title in head) + "\n", "posts.csv")

    assert found.activities == [("51", "7", 2, MICROSECONDS, "3", "50", "1", "Two\nlines")]
    assert found.places == {"3": InPlace("3", "Общи", private=True)}
    assert found.people["7"].handle == "yana"


def test_what_our_query_of_likes_gives_comes_in():
    head = columns_of(LIKES)
    row = {"post_id": "51", "liked_by_id": "1", "liked_by": "mila", "created_at": "2026-11-05T10:00:00.250Z",
           "author_id": "7", "first_post_id": "50", "category_id": "3"}  # fmt: skip
    found = told(",".join(head) + "\n" + ",".join(row[title] for title in head) + "\n,,,,,,\n51,1,m,x\n", "likes.csv")

    assert found.activities == [("51:like:1", "1", 3, MICROSECONDS, "3", "50", "7", "")]
    assert found.why() == [("4", "source.refused.time")]


def test_a_report_gives_figures_under_its_own_name():
    found = told("date,value\n2026-11-05,12\n06.11.2026,x\n", "visits-261106-101010.csv")

    assert found.figures == [InFigure("visits", "2026-11-05", 12)]
    assert found.why() == [("3", "source.refused.number")]
    assert told("Day,Count\n2026-11-05,0.5\n", "dau-by-mau-261106.csv.gz").figures[0].measure == "dau_by_mau"


def archive(**more: Any) -> Files:
    posts = ("topic_title,categories,is_pm,post_raw,post_cooked,like_count,reply_count,url,created_at\n"
             'Hello,Top|General,No,Hi,<p>Hi</p>,1,0,https://forum.example.org/t/hello/5/2,2026-11-05 10:00:00 UTC\n'
             "Psst,-,Yes,,<p>You</p>,0,0,https://forum.example.org/t/psst/6/1,2026-11-06 10:00:00 UTC\n")  # fmt: skip
    likes = (
        "id,post_id,topic_id,post_number,created_at,updated_at,deleted_at,deleted_by\n"
        "1,51,5,2,2026-11-05 10:00:00 UTC,,,\n"
        "2,52,5,3,2026-11-05 10:00:00 UTC,,2026-11-06 10:00:00 UTC,self\n"
    )
    visits = "visited_at,posts_read,mobile,time_read\n2026-11-05,3,false,60\n2026-11-06,0,false,0\n"
    files = {"user_archive.csv": posts, "likes.csv": likes, "visits.csv": visits, "badges.csv": "badge_id\n1"}
    return Files(files | more, "user_archive-mila.d-261107-101010-5.zip")


def test_an_archive_of_one_person_tells_posts_likes_and_visits():
    found = told_by(source, archive())

    assert [(it.ext, it.kind, it.thread, it.text) for it in found.activities] == [
        ("5/2", ActivityKind.REPLY, "5/1", "Hi"),
        ("6/1", ActivityKind.DIRECT, "6/1", "You"),
        ("51:like:@mila.d", ActivityKind.REACTION, "", ""),
        ("visit:@mila.d:2026-11-05", ActivityKind.VISIT, "", ""),
        ("visit:@mila.d:2026-11-06", ActivityKind.VISIT, "", ""),
    ]
    assert found.people["@mila.d"].handle == "mila.d"
    assert found.refused == []


def test_the_settings_in_an_archive_tell_whose_it_is():
    found = told_by(source, archive(**{"preferences.json": {"user": {"id": 1, "username": "mila.d"}}}))

    assert {it.person for it in found.activities} == {"1"}


def test_files_of_a_forum_are_known_by_what_they_hold():
    assert source.recognise(archive())
    assert source.recognise(one_file("x.csv", USERS))
    assert source.recognise(one_file("x.json", topic(post(1, 1))))
    assert not source.recognise(one_file("x.csv", "id,name\n1,x\n"))
    assert not source.recognise(one_file("numbers.csv", "date,value\n2026-11-05,12\n"))
    assert not source.recognise(one_file("x.json", {"messages": []}))


def test_all_files_of_one_forum_are_of_one_space():
    assert source.space(archive()) == source.space(one_file("x.csv", USERS)) == Space("discourse", "forum", "")


def test_what_is_odd_is_refused_with_its_place_and_the_rest_comes_in():
    odd = [7, post(90, 2, created_at="soon"), post(91, 3, user_id=None), {"id": 92}, post(93, 1)]
    found = told_by(
        source, Files({"a.json": topic(*odd), "b.json": '{"post_stream": {"posts": [', "c.json": {"post_stream": 1}})
    )

    assert [it.ext for it in found.activities] == ["93"]
    assert found.why() == [
        ("1", "source.refused.shape"), ("90", "source.refused.time"), ("91", "source.refused.nobody"),
        ("92", "source.refused.time"), ("", "source.refused.broken"), ("", "source.refused.shape"),
    ]  # fmt: skip
