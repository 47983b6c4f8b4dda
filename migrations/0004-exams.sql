-- Mock exams: the log of those that were finished, what is being taken on this machine, and which answers were given in one.

-- The exam that the answer was given in; its result may be in another machine's log still.
ALTER TABLE review ADD COLUMN exam TEXT CHECK (length(exam) = 36);

DROP VIEW effective_review;
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
  ms, mode, hint, guess, at, zone, day, device, recall, exam,
  coalesce(
    (SELECT c.kind = 'undo' FROM correction c WHERE c.review = r.id AND c.kind IN ('undo', 'restore')
     ORDER BY c.id DESC LIMIT 1),
    0
  ) AS undone,
  EXISTS (SELECT 1 FROM correction c WHERE c.review = r.id AND c.kind = 'remark') AS remarked
FROM review r;

-- One row per finished exam. Credits are not held against each other: sums of shares may be off by a rounding.
CREATE TABLE exam (
  id            TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  code          TEXT NOT NULL CHECK (code <> ''),              -- reprints it
  form          TEXT NOT NULL CHECK (form <> ''),
  title         TEXT NOT NULL,
  minutes       REAL NOT NULL CHECK (minutes >= 0),
  credits       REAL NOT NULL CHECK (credits > 0),
  pass          REAL NOT NULL CHECK (pass >= 0),               -- credits that pass it
  clock         TEXT NOT NULL CHECK (clock IN ('runs', 'pauses', 'none')),
  forecast_mean REAL CHECK (forecast_mean BETWEEN 0 AND 1),    -- shares of the credits; NULL: nothing was said
  forecast_low  REAL CHECK (forecast_low BETWEEN 0 AND 1),
  forecast_high REAL CHECK (forecast_high BETWEEN 0 AND 1),
  earned        REAL NOT NULL CHECK (earned >= 0),
  self          REAL NOT NULL CHECK (self >= 0),               -- of these, granted by the student
  questions     INTEGER NOT NULL CHECK (questions >= 0),
  answered      INTEGER NOT NULL CHECK (answered >= 0),
  ms            REAL CHECK (ms >= 0),                          -- NULL: nobody watched the clock
  at            INTEGER NOT NULL,                              -- handed in
  zone          TEXT NOT NULL CHECK (zone <> ''),
  device        TEXT NOT NULL,
  CHECK ((forecast_mean IS NULL) = (forecast_low IS NULL) AND (forecast_mean IS NULL) = (forecast_high IS NULL))
) STRICT;

CREATE TRIGGER exam_no_update BEFORE UPDATE ON exam
BEGIN SELECT RAISE(ABORT, 'the log of exams is append-only'); END;
CREATE TRIGGER exam_no_delete BEFORE DELETE ON exam
BEGIN SELECT RAISE(ABORT, 'the log of exams is append-only'); END;
CREATE TRIGGER exam_no_replace BEFORE INSERT ON exam WHEN EXISTS (SELECT 1 FROM exam WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the log of exams is append-only'); END;

-- What is being taken: no part of the log, never told to other machines, and gone when it is finished.
CREATE TABLE exam_attempt (
  id           TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  code         TEXT NOT NULL,
  form         TEXT NOT NULL,
  title        TEXT NOT NULL,
  minutes      REAL NOT NULL,
  credits      REAL NOT NULL,
  pass         REAL NOT NULL,
  clock        TEXT NOT NULL CHECK (clock IN ('runs', 'pauses', 'none')),
  forecast     TEXT NOT NULL CHECK (json_valid(forecast)),     -- null: nothing was said
  data         TEXT NOT NULL CHECK (json_valid(data)),         -- the exam as it was drawn
  at           INTEGER NOT NULL,
  zone         TEXT NOT NULL CHECK (zone <> ''),
  elapsed_ms   REAL NOT NULL DEFAULT 0 CHECK (elapsed_ms >= 0),
  handed_in_at INTEGER                                         -- NULL: answers can still be changed
) STRICT;

-- Replies in the making, and whatever else is to outlive the program.
CREATE TABLE exam_draft (
  attempt TEXT NOT NULL REFERENCES exam_attempt (id) ON DELETE CASCADE,
  slot    TEXT NOT NULL,
  value   TEXT NOT NULL CHECK (json_valid(value)),
  PRIMARY KEY (attempt, slot)
) STRICT, WITHOUT ROWID;
