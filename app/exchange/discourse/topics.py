"""Topics of a forum in the JSON that it gives: posts with who, when and what they answer."""

from __future__ import annotations

from typing import Any, Final

from app.activity.incoming import InActivity
from app.activity.kind import ActivityKind
from app.exchange.discourse.people import People
from app.exchange.html_words import words_of
from app.exchange.instants import of_iso
from app.exchange.reading import Gathering, id_of, text_of
from app.message import say

REGULAR: Final = 1  # of the types of post; others tell that something was closed, moved or whispered
PRIVATE: Final = "private_message"


class Topics:
    """Turns topics into activities."""

    def __init__(self, gathered: Gathering, people: People) -> None:
        self._gathered = gathered
        self._people = people

    def read(self, found: Any) -> None:
        """Take in what a file holds: a topic, posts of one, or the latest posts of all."""
        topic = found if isinstance(found, dict) else {}
        stream = topic.get("post_stream")
        stream = stream if isinstance(stream, dict) else {}
        posts = stream.get("posts", topic.get("latest_posts"))
        if not isinstance(posts, list):
            self._gathered.refuse("", say("source.refused.shape"))
            return
        sound = [post for post in posts if isinstance(post, dict)]
        authors = {(id_of(post.get("topic_id")), post.get("post_number")): id_of(post.get("user_id"))
                   for post in sound if isinstance(post.get("post_number"), int)}  # fmt: skip
        firsts = {id_of(post.get("topic_id")): id_of(post.get("id")) for post in sound if post.get("post_number") == 1}
        ids = stream.get("stream")
        if isinstance(ids, list) and ids and "id" in topic:  # the ids of all posts of the topic, in their order
            firsts.setdefault(id_of(topic["id"]), id_of(ids[0]))
        for number, post in enumerate(posts, 1):
            if not isinstance(post, dict):
                self._gathered.refuse(number, say("source.refused.shape"))
            elif _counts(post):
                self._post(post, topic, authors, firsts)

    def _post(
        self, post: dict[str, Any], topic: dict[str, Any], authors: dict[tuple[str, Any], str], firsts: dict[str, str]
    ) -> None:
        ext, at, number = id_of(post.get("id")), of_iso(post.get("created_at")), post.get("post_number")
        if not ext or at is None or not isinstance(number, int):
            self._gathered.refuse(ext, say("source.refused.time" if ext else "source.refused.shape"))
            return
        staff = any(post.get(name) is True for name in ("staff", "admin", "moderator"))
        person = self._people.met(post.get("user_id"), post.get("username"), post.get("name"), staff=staff)
        if not person:
            self._gathered.refuse(ext, say("source.refused.nobody"))
            return
        home = id_of(post.get("topic_id")) or id_of(topic.get("id"))
        begins = number == 1
        private = PRIVATE in (topic.get("archetype"), post.get("topic_archetype"))
        answered = post.get("reply_to_post_number")
        target = "" if begins else authors.get((home, answered if isinstance(answered, int) else 1), "")
        kind = ActivityKind.DIRECT if private else ActivityKind.POST if begins else ActivityKind.REPLY
        place = PRIVATE if private else id_of(topic.get("category_id", post.get("category_id")))
        said = text_of(post.get("raw")) or words_of(post.get("cooked"))
        thread = ext if begins else firsts.get(home) or f"topic:{home}"
        self._gathered.activities.append(InActivity(ext, person, int(kind), at, place, thread, target, said))


def _counts(post: dict[str, Any]) -> bool:
    """Return whether something is what a person wrote, and still there."""
    return post.get("post_type", REGULAR) == REGULAR and not post.get("deleted_at") and not post.get("user_deleted")
