-- What was worked out on the scratch pad of a question is kept with its answer: the lines, in their order.

ALTER TABLE review ADD COLUMN scratch TEXT CHECK (scratch IS NULL OR (json_valid(scratch) AND json_type(scratch) = 'array'));

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
  ms, mode, hint, guess, at, zone, day, device, recall, exam, scratch,
  coalesce(
    (SELECT c.kind = 'undo' FROM correction c WHERE c.review = r.id AND c.kind IN ('undo', 'restore')
     ORDER BY c.id DESC LIMIT 1),
    0
  ) AS undone,
  EXISTS (SELECT 1 FROM correction c WHERE c.review = r.id AND c.kind = 'remark') AS remarked
FROM review r;
