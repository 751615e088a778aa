"""Which parts of a forum the files of an export are, told by what they hold."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from app.exchange.reading import Reader, beginning
from app.exchange.tables.columns import Columns
from app.exchange.tables.csv_rows import head_of

REPORTS: Final = frozenset(
    {
        "accepted_solutions", "bookmarks", "consolidated_page_views", "daily_engaged_users", "dau_by_mau", "emails",
        "flags", "likes", "moderator_warning_private_messages", "new_contributors", "page_view_total_reqs", "posts",
        "signups", "site_traffic", "time_to_first_response", "topics", "topics_with_no_response",
        "user_to_user_private_messages", "user_to_user_private_messages_with_replies", "users_by_trust_level", "visits",
    }
)  # fmt: skip
VALUES: Final = ("value", "count", "y")
DATES: Final = ("date", "day", "x")
POSTS_INSIDE: Final = re.compile(rb'"(?:post_stream|latest_posts)"\s*:')
NAMED: Final = re.compile(r"(?:.*/)?([a-z][a-z_\-]*[a-z])(?:[\-_ ]?[\d(][^/]*)?\.csv(?:\.gz)?", re.IGNORECASE)
TABLE: Final = (".csv", ".csv.gz", ".tsv", ".txt")


class Part(StrEnum):
    """One form of file that a forum gives."""

    USERS = "users"  # the list that administrators export
    POSTS = "posts"  # our query of posts
    LIKES = "likes"  # our query of likes
    TOPIC = "topic"  # JSON of a topic, as the forum gives it
    REPORT = "report"  # figures that the forum counted itself
    ARCHIVE = "archive"  # what one person downloaded of themselves: posts,
    LIKED = "liked"  # what they liked,
    VISITS = "visits"  # and when they were there
    NONE = ""


FORMS: Final = (
    (Part.USERS, ("id", "username", "trust_level")),
    (Part.POSTS, ("post_id", "topic_id", "post_number", "user_id", "created_at")),
    (Part.LIKES, ("post_id", "liked_by_id", "created_at")),
    (Part.LIKED, ("post_id", "topic_id", "post_number", "created_at", "deleted_by")),
    (Part.ARCHIVE, ("topic_title", "url", "created_at", "post_raw")),
    (Part.VISITS, ("visited_at", "time_read")),
)


def part_of(reader: Reader, name: str) -> Part:
    """Return what a file is."""
    lower = name.lower()
    if lower.endswith(".json"):
        return Part.TOPIC if _holds_posts(reader, name) else Part.NONE
    if not lower.endswith(TABLE):
        return Part.NONE
    columns = Columns(head_of(reader, name))
    for part, titles in FORMS:
        if columns.has(*titles):
            return part
    return Part.REPORT if value_columns(columns) and report_of(name) else Part.NONE


def report_of(name: str) -> str:
    """Return which report a file is, by the name that the forum gave it, "" when it is none that is known."""
    match = NAMED.fullmatch(name)
    found = match.group(1).lower().replace("-", "_") if match else ""
    return found if found in REPORTS else ""


def value_columns(columns: Columns) -> tuple[str, str] | None:
    """Return the columns of day and value of a table that has just these."""
    if len([title for title in columns.head if title.strip()]) != 2:
        return None
    day = next((title for title in DATES if title in columns), "")
    value = next((title for title in VALUES if title in columns), "")
    return (day, value) if day and value else None


def _holds_posts(reader: Reader, name: str) -> bool:
    """Return whether JSON has posts in it: seen at once, or when all of it is read."""
    head = beginning(reader, name)
    if not head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{"):
        return False
    if POSTS_INSIDE.search(head):
        return True
    # The keys of a topic come in any order: what is before its posts may be long.
    return b'"category_id"' in head and b'"posts_count"' in head
