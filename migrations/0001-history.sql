-- The history of one student. Two tables are the truth and only ever grow: review and correction. Everything else can be
-- computed from them again.
--
-- Times are milliseconds since 1970 in UTC. Ids are UUIDs of version 7, so that their text sorts in the order of writing.

PRAGMA application_id = 1953854578; -- "tutr": says whose file this is

CREATE TABLE meta (
  key   TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- One row per answered question, as it was at that moment.
CREATE TABLE review (
  id       TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  question TEXT NOT NULL CHECK (question <> ''),
  hash     TEXT NOT NULL,
  seed     INTEGER CHECK (seed >= 0),                        -- NULL: the given variant
  vars     TEXT NOT NULL CHECK (json_valid(vars) AND json_type(vars) = 'object'),
  key      TEXT NOT NULL CHECK (json_valid(key) AND json_type(key) = 'object'),
  reply    TEXT NOT NULL CHECK (json_valid(reply) AND json_type(reply) = 'array'),
  credit   REAL NOT NULL CHECK (credit BETWEEN 0 AND 1),
  mark     TEXT NOT NULL CHECK (json_valid(mark)),
  rating   TEXT CHECK (rating IN ('again', 'hard', 'good', 'easy')),
  ms       REAL CHECK (ms >= 0),                             -- NULL: nobody watched the clock
  mode     TEXT NOT NULL CHECK (mode IN ('study', 'drill', 'practice')),
  hint     INTEGER NOT NULL CHECK (hint IN (0, 1)),
  at       INTEGER NOT NULL,
  zone     TEXT NOT NULL CHECK (zone <> ''),
  device   TEXT NOT NULL,
  recall   REAL CHECK (recall BETWEEN 0 AND 1),
  CHECK (mode = 'study' OR rating IS NULL)                   -- drill and practice move nothing
) STRICT;

CREATE INDEX review_by_question ON review (question, at, id);
CREATE INDEX review_by_time ON review (at);

-- Takes a review back, or overrules its rating. The latest one of a kind counts.
CREATE TABLE correction (
  id     TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  review TEXT NOT NULL REFERENCES review (id),
  kind   TEXT NOT NULL CHECK (kind IN ('undo', 'rating')),
  rating TEXT CHECK (rating IN ('again', 'hard', 'good', 'easy')),
  at     INTEGER NOT NULL,
  device TEXT NOT NULL,
  CHECK ((kind = 'rating') = (rating IS NOT NULL))
) STRICT;

CREATE INDEX correction_by_review ON correction (review, kind, id);

-- The review log with its corrections applied.
CREATE VIEW effective_review AS
SELECT
  id, question, hash, seed, vars, key, reply, credit, mark,
  coalesce(
    (SELECT c.rating FROM correction c WHERE c.review = r.id AND c.kind = 'rating' ORDER BY c.id DESC LIMIT 1),
    rating
  ) AS rating,
  ms, mode, hint, at, zone, device, recall,
  EXISTS (SELECT 1 FROM correction c WHERE c.review = r.id AND c.kind = 'undo') AS undone
FROM review r;

-- What is remembered of each question: a cache of its replayed log.
CREATE TABLE card (
  question   TEXT NOT NULL PRIMARY KEY,
  stability  REAL NOT NULL,
  difficulty REAL NOT NULL,
  reps       INTEGER NOT NULL,
  lapses     INTEGER NOT NULL,
  last_at    INTEGER NOT NULL,
  last_zone  TEXT NOT NULL,
  due        INTEGER NOT NULL
) STRICT;

-- History is not rewritten, not even by a slip at the sqlite3 prompt. INSERT OR REPLACE deletes without firing a delete
-- trigger, hence the third one of each.
CREATE TRIGGER review_no_update BEFORE UPDATE ON review
BEGIN SELECT RAISE(ABORT, 'the review log is append-only'); END;
CREATE TRIGGER review_no_delete BEFORE DELETE ON review
BEGIN SELECT RAISE(ABORT, 'the review log is append-only'); END;
CREATE TRIGGER review_no_replace BEFORE INSERT ON review WHEN EXISTS (SELECT 1 FROM review WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the review log is append-only'); END;

CREATE TRIGGER correction_no_update BEFORE UPDATE ON correction
BEGIN SELECT RAISE(ABORT, 'the correction log is append-only'); END;
CREATE TRIGGER correction_no_delete BEFORE DELETE ON correction
BEGIN SELECT RAISE(ABORT, 'the correction log is append-only'); END;
CREATE TRIGGER correction_no_replace BEFORE INSERT ON correction WHEN EXISTS (SELECT 1 FROM correction WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the correction log is append-only'); END;
