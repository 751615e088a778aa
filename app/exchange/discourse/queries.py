"""Queries for the Data Explorer of a forum: what they give comes in as it is, a part of the time at once."""

from __future__ import annotations

from typing import Final

POSTS: Final = """-- [params]
-- date :from = 2026-01-01
-- date :until = 2027-01-01

SELECT p.id AS post_id, p.topic_id, p.post_number, f.id AS first_post_id, p.user_id, u.username, p.created_at,
       r.user_id AS reply_to_user_id, t.category_id, c.name AS category, c.read_restricted, t.archetype, p.raw
FROM posts p
JOIN topics t ON t.id = p.topic_id
LEFT JOIN posts f ON f.topic_id = p.topic_id AND f.post_number = 1
LEFT JOIN posts r ON r.topic_id = p.topic_id AND r.post_number = COALESCE(p.reply_to_post_number, 1)
LEFT JOIN users u ON u.id = p.user_id
LEFT JOIN categories c ON c.id = t.category_id
WHERE p.post_type = 1 AND p.deleted_at IS NULL AND NOT p.user_deleted AND t.deleted_at IS NULL
  AND t.archetype = 'regular' AND p.created_at >= :from AND p.created_at < :until
ORDER BY p.id
"""
LIKES: Final = """-- [params]
-- date :from = 2026-01-01
-- date :until = 2027-01-01

SELECT a.post_id, a.user_id AS liked_by_id, u.username AS liked_by, a.created_at, p.user_id AS author_id,
       f.id AS first_post_id, t.category_id
FROM post_actions a
JOIN posts p ON p.id = a.post_id
JOIN topics t ON t.id = p.topic_id
LEFT JOIN posts f ON f.topic_id = p.topic_id AND f.post_number = 1
LEFT JOIN users u ON u.id = a.user_id
WHERE a.post_action_type_id = 2 AND a.deleted_at IS NULL AND p.deleted_at IS NULL AND t.archetype = 'regular'
  AND a.created_at >= :from AND a.created_at < :until
ORDER BY a.id
"""
