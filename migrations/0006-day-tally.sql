-- How many answers count in each study day. Every start asks for the days in a row and for the last weeks, and to look for
-- each day among a million answers would read most of the file. It follows from the log, which alone is the truth.

CREATE TABLE day_tally (
  day     INTEGER NOT NULL PRIMARY KEY,
  answers INTEGER NOT NULL CHECK (answers >= 0)
) STRICT;

INSERT INTO day_tally (day, answers) SELECT day, sum(NOT undone) FROM effective_review GROUP BY day;

-- A correction may have come before its review, where two machines share their logs.
CREATE TRIGGER review_tally AFTER INSERT ON review
BEGIN
  INSERT INTO day_tally (day, answers) VALUES (
    NEW.day,
    1 - coalesce(
      (SELECT c.kind = 'undo' FROM correction c WHERE c.review = NEW.id AND c.kind IN ('undo', 'restore')
       ORDER BY c.id DESC LIMIT 1),
      0
    )
  )
  ON CONFLICT (day) DO UPDATE SET answers = answers + excluded.answers;
END;

-- Of undo and restore the latest one counts, and changes something only where the one before it was another.
CREATE TRIGGER correction_tally AFTER INSERT ON correction
WHEN NEW.kind IN ('undo', 'restore')
  AND NOT EXISTS (
    SELECT 1 FROM correction c WHERE c.review = NEW.review AND c.kind IN ('undo', 'restore') AND c.id > NEW.id
  )
  AND (NEW.kind = 'undo') <> coalesce(
    (SELECT c.kind = 'undo' FROM correction c
     WHERE c.review = NEW.review AND c.kind IN ('undo', 'restore') AND c.id < NEW.id ORDER BY c.id DESC LIMIT 1),
    0
  )
BEGIN
  UPDATE day_tally SET answers = answers + CASE NEW.kind WHEN 'undo' THEN -1 ELSE 1 END
  WHERE day = (SELECT day FROM review WHERE id = NEW.review);
END;
