-- What scheduling towards an exam, statistics and moving between machines need: study days that can be counted without
-- knowing time zones, corrections that may arrive before their review, new marks, settings, and questions as they were.

-- The study day of `at` in `zone`, in days since 1970-01-01: it follows from these two, and study_day is the program's.
DROP TRIGGER review_no_update;
ALTER TABLE review ADD COLUMN day INTEGER NOT NULL DEFAULT 0;
UPDATE review SET day = study_day(at, zone);
CREATE TRIGGER review_no_update BEFORE UPDATE ON review
BEGIN SELECT RAISE(ABORT, 'the review log is append-only'); END;
CREATE INDEX review_by_day ON review (day);

-- No reference to review any more: where two machines share their logs, a correction can come first.
DROP VIEW effective_review;
DROP TRIGGER correction_no_update;
DROP TRIGGER correction_no_delete;
DROP TRIGGER correction_no_replace;
CREATE TABLE correction_3 (
  id     TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  review TEXT NOT NULL CHECK (length(review) = 36),
  kind   TEXT NOT NULL CHECK (kind IN ('undo', 'restore', 'rating', 'remark')),
  rating TEXT CHECK (rating IN ('again', 'hard', 'good', 'easy')),
  -- A new mark, by the question file with this hash.
  hash   TEXT,
  credit REAL CHECK (credit BETWEEN 0 AND 1),
  mark   TEXT CHECK (mark IS NULL OR json_valid(mark)),
  at     INTEGER NOT NULL,
  device TEXT NOT NULL,
  CHECK (kind <> 'rating' OR rating IS NOT NULL),
  CHECK (kind NOT IN ('undo', 'restore') OR rating IS NULL),
  CHECK ((kind = 'remark') = (hash IS NOT NULL AND credit IS NOT NULL AND mark IS NOT NULL))
) STRICT;
INSERT INTO correction_3 (id, review, kind, rating, at, device) SELECT id, review, kind, rating, at, device FROM correction;
DROP TABLE correction;
ALTER TABLE correction_3 RENAME TO correction;
CREATE INDEX correction_by_review ON correction (review, kind, id);

-- The review log with its corrections applied. A student's own rating stands above one from a new mark.
CREATE VIEW effective_review AS
SELECT
  id, question, hash, seed, vars, key, reply,
  coalesce(
    (SELECT c.credit FROM correction c WHERE c.review = r.id AND c.kind = 'remark' ORDER BY c.id DESC LIMIT 1),
    credit
  ) AS credit,
  coalesce(
    (SELECT c.mark FROM correction c WHERE c.review = r.id AND c.kind = 'remark' ORDER BY c.id DESC LIMIT 1),
    mark
  ) AS mark,
  CASE WHEN mode <> 'study' THEN NULL ELSE coalesce(
    (SELECT c.rating FROM correction c WHERE c.review = r.id AND c.kind = 'rating' ORDER BY c.id DESC LIMIT 1),
    (SELECT c.rating FROM correction c WHERE c.review = r.id AND c.kind = 'remark' ORDER BY c.id DESC LIMIT 1),
    rating
  ) END AS rating,
  ms, mode, hint, guess, at, zone, day, device, recall,
  coalesce(
    (SELECT c.kind = 'undo' FROM correction c WHERE c.review = r.id AND c.kind IN ('undo', 'restore')
     ORDER BY c.id DESC LIMIT 1),
    0
  ) AS undone,
  EXISTS (SELECT 1 FROM correction c WHERE c.review = r.id AND c.kind = 'remark') AS remarked
FROM review r;

-- Choices of the student that the schedule depends on; of those with one name the latest counts.
CREATE TABLE setting (
  id     TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  name   TEXT NOT NULL CHECK (name <> ''),
  value  TEXT NOT NULL CHECK (json_valid(value)),           -- null: as it comes
  at     INTEGER NOT NULL,
  device TEXT NOT NULL
) STRICT;
CREATE INDEX setting_by_name ON setting (name, id);

-- Questions as they were when they were answered, so that any old answer can be shown as it was.
CREATE TABLE question_version (
  question TEXT NOT NULL CHECK (question <> ''),
  hash     TEXT NOT NULL,
  template TEXT NOT NULL CHECK (json_valid(template)),
  PRIMARY KEY (question, hash)
) STRICT, WITHOUT ROWID;

-- The cache of memories, with days that compare as numbers.
DROP TABLE card;
CREATE TABLE card (
  question   TEXT NOT NULL PRIMARY KEY,
  stability  REAL NOT NULL,
  difficulty REAL NOT NULL,
  reps       INTEGER NOT NULL,
  lapses     INTEGER NOT NULL,
  first_day  INTEGER NOT NULL,
  last_day   INTEGER NOT NULL,
  last_at    INTEGER NOT NULL,
  last_zone  TEXT NOT NULL,
  due_day    INTEGER NOT NULL
) STRICT;
DELETE FROM meta WHERE key = 'algorithm';

CREATE TRIGGER correction_no_update BEFORE UPDATE ON correction
BEGIN SELECT RAISE(ABORT, 'the correction log is append-only'); END;
CREATE TRIGGER correction_no_delete BEFORE DELETE ON correction
BEGIN SELECT RAISE(ABORT, 'the correction log is append-only'); END;
CREATE TRIGGER correction_no_replace BEFORE INSERT ON correction WHEN EXISTS (SELECT 1 FROM correction WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the correction log is append-only'); END;

CREATE TRIGGER setting_no_update BEFORE UPDATE ON setting
BEGIN SELECT RAISE(ABORT, 'the log of settings is append-only'); END;
CREATE TRIGGER setting_no_delete BEFORE DELETE ON setting
BEGIN SELECT RAISE(ABORT, 'the log of settings is append-only'); END;
CREATE TRIGGER setting_no_replace BEFORE INSERT ON setting WHEN EXISTS (SELECT 1 FROM setting WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the log of settings is append-only'); END;

CREATE TRIGGER question_version_no_update BEFORE UPDATE ON question_version
BEGIN SELECT RAISE(ABORT, 'questions as they were are never changed'); END;
CREATE TRIGGER question_version_no_delete BEFORE DELETE ON question_version
BEGIN SELECT RAISE(ABORT, 'questions as they were are never changed'); END;
CREATE TRIGGER question_version_no_replace BEFORE INSERT ON question_version
WHEN EXISTS (SELECT 1 FROM question_version WHERE question = NEW.question AND hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'questions as they were are never changed'); END;
