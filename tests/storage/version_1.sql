-- A playbook of version 1, as the program before version 2 made it; the shadows of two tables stand for all.
PRAGMA application_id = 1399153785;
PRAGMA user_version = 1;
CREATE TABLE event ( id TEXT NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, day TEXT, at TEXT, minutes INTEGER NOT
  NULL, days INTEGER NOT NULL, zone TEXT NOT NULL, rrule TEXT NOT NULL, rdates TEXT NOT NULL, split_from TEXT NOT
  NULL, short TEXT NOT NULL, tactic TEXT NOT NULL, program TEXT NOT NULL, personas TEXT NOT NULL, stage TEXT NOT NULL,
  channel TEXT NOT NULL, owner TEXT NOT NULL, status TEXT NOT NULL, message TEXT NOT NULL, prep REAL NOT NULL, live
  REAL NOT NULL, impact INTEGER NOT NULL, ease INTEGER NOT NULL, kpi TEXT NOT NULL, success TEXT NOT NULL,
  call_to_action TEXT NOT NULL, public_text TEXT NOT NULL, notes TEXT NOT NULL, link TEXT NOT NULL, fixed INTEGER NOT
  NULL, uid TEXT NOT NULL, revision INTEGER NOT NULL, created INTEGER NOT NULL, changed INTEGER NOT NULL, "foreign"
  TEXT NOT NULL, PRIMARY KEY (id) ) WITHOUT ROWID, STRICT;
CREATE TABLE kind ( id TEXT NOT NULL, name TEXT NOT NULL, family TEXT NOT NULL, icon TEXT NOT NULL, area TEXT NOT
  NULL, live INTEGER NOT NULL, members INTEGER NOT NULL, marker INTEGER NOT NULL, position INTEGER NOT NULL, PRIMARY
  KEY (id) ) WITHOUT ROWID, STRICT;
CREATE TABLE channel ( id TEXT NOT NULL, name TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (id) ) WITHOUT
  ROWID, STRICT;
CREATE TABLE program ( id TEXT NOT NULL, name TEXT NOT NULL, goal TEXT NOT NULL, lead TEXT NOT NULL, start TEXT, "end"
  TEXT, position INTEGER NOT NULL, PRIMARY KEY (id) ) WITHOUT ROWID, STRICT;
CREATE TABLE saved_filter ( id TEXT NOT NULL, name TEXT NOT NULL, terms TEXT NOT NULL, position INTEGER NOT NULL,
  PRIMARY KEY (id) ) WITHOUT ROWID, STRICT;
CREATE TABLE playbook ( id TEXT NOT NULL, name TEXT NOT NULL, lead TEXT NOT NULL, language TEXT NOT NULL, start TEXT
  NOT NULL, first_weekday INTEGER NOT NULL, zone TEXT NOT NULL, capacity REAL NOT NULL, holidays TEXT NOT NULL,
  quiet_days TEXT NOT NULL, work_from INTEGER NOT NULL, work_to INTEGER NOT NULL, PRIMARY KEY (id) ) WITHOUT ROWID,
  STRICT;
CREATE TABLE week_capacity ( id TEXT NOT NULL, week TEXT NOT NULL, hours REAL NOT NULL, PRIMARY KEY (id), UNIQUE
  (week) ) WITHOUT ROWID, STRICT;
CREATE TABLE person ( id TEXT NOT NULL, name TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (id) ) WITHOUT
  ROWID, STRICT;
CREATE TABLE link ( id TEXT NOT NULL, from_kind TEXT NOT NULL, from_id TEXT NOT NULL, to_kind TEXT NOT NULL, to_id
  TEXT NOT NULL, role TEXT NOT NULL, PRIMARY KEY (id), UNIQUE (from_kind, from_id, to_kind, to_id, role) ) WITHOUT
  ROWID, STRICT;
CREATE INDEX link_to ON link (to_kind, to_id);
CREATE TABLE persona ( id TEXT NOT NULL, name TEXT NOT NULL, colour TEXT NOT NULL, summary TEXT NOT NULL, position
  INTEGER NOT NULL, PRIMARY KEY (id) ) WITHOUT ROWID, STRICT;
CREATE TABLE stage ( id TEXT NOT NULL, name TEXT NOT NULL, colour TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY
  KEY (id) ) WITHOUT ROWID, STRICT;
CREATE TABLE kpi ( id TEXT NOT NULL, name TEXT NOT NULL, level TEXT NOT NULL, unit TEXT NOT NULL, baseline REAL,
  target REAL, due TEXT, position INTEGER NOT NULL, PRIMARY KEY (id) ) WITHOUT ROWID, STRICT;
CREATE TABLE tactic ( id TEXT NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, short TEXT NOT NULL, at TEXT, minutes
  INTEGER NOT NULL, days INTEGER NOT NULL, prep REAL NOT NULL, live REAL NOT NULL, rhythm TEXT NOT NULL, stage TEXT
  NOT NULL, channel TEXT NOT NULL, personas TEXT NOT NULL, impact INTEGER NOT NULL, ease INTEGER NOT NULL, success
  TEXT NOT NULL, call_to_action TEXT NOT NULL, public_text TEXT NOT NULL, notes TEXT NOT NULL, steps TEXT NOT NULL,
  "key" TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (id) ) WITHOUT ROWID, STRICT;
CREATE TABLE override ( id TEXT NOT NULL, series TEXT NOT NULL, original TEXT NOT NULL, cancelled INTEGER NOT NULL,
  fields TEXT NOT NULL, revision INTEGER NOT NULL, changed INTEGER NOT NULL, "foreign" TEXT NOT NULL, PRIMARY KEY
  (id), UNIQUE (series, original), FOREIGN KEY(series) REFERENCES event (id) ON DELETE CASCADE DEFERRABLE INITIALLY
  DEFERRED ) WITHOUT ROWID, STRICT;
CREATE TABLE checklist_step ( id TEXT NOT NULL, event TEXT NOT NULL, position INTEGER NOT NULL, text TEXT NOT NULL,
  done INTEGER NOT NULL, PRIMARY KEY (id), FOREIGN KEY(event) REFERENCES event (id) ON DELETE CASCADE DEFERRABLE
  INITIALLY DEFERRED ) WITHOUT ROWID, STRICT;
CREATE INDEX ix_checklist_step_event ON checklist_step (event);
CREATE TABLE step (id INTEGER PRIMARY KEY, name TEXT NOT NULL, merge TEXT NOT NULL, made INTEGER NOT NULL, changed
  INTEGER NOT NULL, undone INTEGER NOT NULL, things TEXT NOT NULL, bytes INTEGER NOT NULL) STRICT;
CREATE TABLE open_step (id INTEGER NOT NULL) STRICT;
CREATE TABLE "undo_event" (step INTEGER NOT NULL, id TEXT NOT NULL, "old_id", "old_title", "old_kind", "old_day",
  "old_at", "old_minutes", "old_days", "old_zone", "old_rrule", "old_rdates", "old_split_from", "old_short",
  "old_tactic", "old_program", "old_personas", "old_stage", "old_channel", "old_owner", "old_status", "old_message",
  "old_prep", "old_live", "old_impact", "old_ease", "old_kpi", "old_success", "old_call_to_action", "old_public_text",
  "old_notes", "old_link", "old_fixed", "old_uid", "old_revision", "old_created", "old_changed", "old_foreign",
  "new_id", "new_title", "new_kind", "new_day", "new_at", "new_minutes", "new_days", "new_zone", "new_rrule",
  "new_rdates", "new_split_from", "new_short", "new_tactic", "new_program", "new_personas", "new_stage",
  "new_channel", "new_owner", "new_status", "new_message", "new_prep", "new_live", "new_impact", "new_ease",
  "new_kpi", "new_success", "new_call_to_action", "new_public_text", "new_notes", "new_link", "new_fixed", "new_uid",
  "new_revision", "new_created", "new_changed", "new_foreign", PRIMARY KEY (step, id)) WITHOUT ROWID;
CREATE TABLE "undo_checklist_step" (step INTEGER NOT NULL, id TEXT NOT NULL, "old_id", "old_event", "old_position",
  "old_text", "old_done", "new_id", "new_event", "new_position", "new_text", "new_done", PRIMARY KEY (step, id))
  WITHOUT ROWID;
CREATE TRIGGER "undo_event_INSERT" AFTER INSERT ON "event" WHEN EXISTS (SELECT 1 FROM open_step) BEGIN INSERT INTO
  "undo_event" SELECT open_step.id, new.id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
  NULL, NULL, NULL, NULL, NULL, new."id", new."title", new."kind", new."day", new."at", new."minutes", new."days",
  new."zone", new."rrule", new."rdates", new."split_from", new."short", new."tactic", new."program", new."personas",
  new."stage", new."channel", new."owner", new."status", new."message", new."prep", new."live", new."impact",
  new."ease", new."kpi", new."success", new."call_to_action", new."public_text", new."notes", new."link", new."fixed",
  new."uid", new."revision", new."created", new."changed", new."foreign" FROM open_step WHERE true ON CONFLICT (step,
  id) DO UPDATE SET "new_id" = excluded."new_id", "new_title" = excluded."new_title", "new_kind" =
  excluded."new_kind", "new_day" = excluded."new_day", "new_at" = excluded."new_at", "new_minutes" =
  excluded."new_minutes", "new_days" = excluded."new_days", "new_zone" = excluded."new_zone", "new_rrule" =
  excluded."new_rrule", "new_rdates" = excluded."new_rdates", "new_split_from" = excluded."new_split_from",
  "new_short" = excluded."new_short", "new_tactic" = excluded."new_tactic", "new_program" = excluded."new_program",
  "new_personas" = excluded."new_personas", "new_stage" = excluded."new_stage", "new_channel" =
  excluded."new_channel", "new_owner" = excluded."new_owner", "new_status" = excluded."new_status", "new_message" =
  excluded."new_message", "new_prep" = excluded."new_prep", "new_live" = excluded."new_live", "new_impact" =
  excluded."new_impact", "new_ease" = excluded."new_ease", "new_kpi" = excluded."new_kpi", "new_success" =
  excluded."new_success", "new_call_to_action" = excluded."new_call_to_action", "new_public_text" =
  excluded."new_public_text", "new_notes" = excluded."new_notes", "new_link" = excluded."new_link", "new_fixed" =
  excluded."new_fixed", "new_uid" = excluded."new_uid", "new_revision" = excluded."new_revision", "new_created" =
  excluded."new_created", "new_changed" = excluded."new_changed", "new_foreign" = excluded."new_foreign"; END;
CREATE TRIGGER "undo_event_UPDATE" AFTER UPDATE ON "event" WHEN EXISTS (SELECT 1 FROM open_step) BEGIN INSERT INTO
  "undo_event" SELECT open_step.id, old.id, old."id", old."title", old."kind", old."day", old."at", old."minutes",
  old."days", old."zone", old."rrule", old."rdates", old."split_from", old."short", old."tactic", old."program",
  old."personas", old."stage", old."channel", old."owner", old."status", old."message", old."prep", old."live",
  old."impact", old."ease", old."kpi", old."success", old."call_to_action", old."public_text", old."notes",
  old."link", old."fixed", old."uid", old."revision", old."created", old."changed", old."foreign", new."id",
  new."title", new."kind", new."day", new."at", new."minutes", new."days", new."zone", new."rrule", new."rdates",
  new."split_from", new."short", new."tactic", new."program", new."personas", new."stage", new."channel", new."owner",
  new."status", new."message", new."prep", new."live", new."impact", new."ease", new."kpi", new."success",
  new."call_to_action", new."public_text", new."notes", new."link", new."fixed", new."uid", new."revision",
  new."created", new."changed", new."foreign" FROM open_step WHERE true ON CONFLICT (step, id) DO UPDATE SET "new_id"
  = excluded."new_id", "new_title" = excluded."new_title", "new_kind" = excluded."new_kind", "new_day" =
  excluded."new_day", "new_at" = excluded."new_at", "new_minutes" = excluded."new_minutes", "new_days" =
  excluded."new_days", "new_zone" = excluded."new_zone", "new_rrule" = excluded."new_rrule", "new_rdates" =
  excluded."new_rdates", "new_split_from" = excluded."new_split_from", "new_short" = excluded."new_short",
  "new_tactic" = excluded."new_tactic", "new_program" = excluded."new_program", "new_personas" =
  excluded."new_personas", "new_stage" = excluded."new_stage", "new_channel" = excluded."new_channel", "new_owner" =
  excluded."new_owner", "new_status" = excluded."new_status", "new_message" = excluded."new_message", "new_prep" =
  excluded."new_prep", "new_live" = excluded."new_live", "new_impact" = excluded."new_impact", "new_ease" =
  excluded."new_ease", "new_kpi" = excluded."new_kpi", "new_success" = excluded."new_success", "new_call_to_action" =
  excluded."new_call_to_action", "new_public_text" = excluded."new_public_text", "new_notes" = excluded."new_notes",
  "new_link" = excluded."new_link", "new_fixed" = excluded."new_fixed", "new_uid" = excluded."new_uid", "new_revision"
  = excluded."new_revision", "new_created" = excluded."new_created", "new_changed" = excluded."new_changed",
  "new_foreign" = excluded."new_foreign"; END;
CREATE TRIGGER "undo_event_DELETE" AFTER DELETE ON "event" WHEN EXISTS (SELECT 1 FROM open_step) BEGIN INSERT INTO
  "undo_event" SELECT open_step.id, old.id, old."id", old."title", old."kind", old."day", old."at", old."minutes",
  old."days", old."zone", old."rrule", old."rdates", old."split_from", old."short", old."tactic", old."program",
  old."personas", old."stage", old."channel", old."owner", old."status", old."message", old."prep", old."live",
  old."impact", old."ease", old."kpi", old."success", old."call_to_action", old."public_text", old."notes",
  old."link", old."fixed", old."uid", old."revision", old."created", old."changed", old."foreign", NULL, NULL, NULL,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM open_step WHERE true ON
  CONFLICT (step, id) DO UPDATE SET "new_id" = excluded."new_id", "new_title" = excluded."new_title", "new_kind" =
  excluded."new_kind", "new_day" = excluded."new_day", "new_at" = excluded."new_at", "new_minutes" =
  excluded."new_minutes", "new_days" = excluded."new_days", "new_zone" = excluded."new_zone", "new_rrule" =
  excluded."new_rrule", "new_rdates" = excluded."new_rdates", "new_split_from" = excluded."new_split_from",
  "new_short" = excluded."new_short", "new_tactic" = excluded."new_tactic", "new_program" = excluded."new_program",
  "new_personas" = excluded."new_personas", "new_stage" = excluded."new_stage", "new_channel" =
  excluded."new_channel", "new_owner" = excluded."new_owner", "new_status" = excluded."new_status", "new_message" =
  excluded."new_message", "new_prep" = excluded."new_prep", "new_live" = excluded."new_live", "new_impact" =
  excluded."new_impact", "new_ease" = excluded."new_ease", "new_kpi" = excluded."new_kpi", "new_success" =
  excluded."new_success", "new_call_to_action" = excluded."new_call_to_action", "new_public_text" =
  excluded."new_public_text", "new_notes" = excluded."new_notes", "new_link" = excluded."new_link", "new_fixed" =
  excluded."new_fixed", "new_uid" = excluded."new_uid", "new_revision" = excluded."new_revision", "new_created" =
  excluded."new_created", "new_changed" = excluded."new_changed", "new_foreign" = excluded."new_foreign"; END;
CREATE TRIGGER "undo_checklist_step_INSERT" AFTER INSERT ON "checklist_step" WHEN EXISTS (SELECT 1 FROM open_step)
  BEGIN INSERT INTO "undo_checklist_step" SELECT open_step.id, new.id, NULL, NULL, NULL, NULL, NULL, new."id",
  new."event", new."position", new."text", new."done" FROM open_step WHERE true ON CONFLICT (step, id) DO UPDATE SET
  "new_id" = excluded."new_id", "new_event" = excluded."new_event", "new_position" = excluded."new_position",
  "new_text" = excluded."new_text", "new_done" = excluded."new_done"; END;
CREATE TRIGGER "undo_checklist_step_UPDATE" AFTER UPDATE ON "checklist_step" WHEN EXISTS (SELECT 1 FROM open_step)
  BEGIN INSERT INTO "undo_checklist_step" SELECT open_step.id, old.id, old."id", old."event", old."position",
  old."text", old."done", new."id", new."event", new."position", new."text", new."done" FROM open_step WHERE true ON
  CONFLICT (step, id) DO UPDATE SET "new_id" = excluded."new_id", "new_event" = excluded."new_event", "new_position" =
  excluded."new_position", "new_text" = excluded."new_text", "new_done" = excluded."new_done"; END;
CREATE TRIGGER "undo_checklist_step_DELETE" AFTER DELETE ON "checklist_step" WHEN EXISTS (SELECT 1 FROM open_step)
  BEGIN INSERT INTO "undo_checklist_step" SELECT open_step.id, old.id, old."id", old."event", old."position",
  old."text", old."done", NULL, NULL, NULL, NULL, NULL FROM open_step WHERE true ON CONFLICT (step, id) DO UPDATE SET
  "new_id" = excluded."new_id", "new_event" = excluded."new_event", "new_position" = excluded."new_position",
  "new_text" = excluded."new_text", "new_done" = excluded."new_done"; END;
