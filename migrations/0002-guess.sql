-- The student can declare a reply a guess; it is then rated as not known, whatever it earned.

ALTER TABLE review ADD COLUMN guess INTEGER NOT NULL DEFAULT 0 CHECK (guess IN (0, 1));

DROP VIEW effective_review;
CREATE VIEW effective_review AS
SELECT
  id, question, hash, seed, vars, key, reply, credit, mark,
  coalesce(
    (SELECT c.rating FROM correction c WHERE c.review = r.id AND c.kind = 'rating' ORDER BY c.id DESC LIMIT 1),
    rating
  ) AS rating,
  ms, mode, hint, guess, at, zone, device, recall,
  EXISTS (SELECT 1 FROM correction c WHERE c.review = r.id AND c.kind = 'undo') AS undone
FROM review r;
