-- One row: for how long what is kept, as it was written; null for without end.
CREATE TABLE retention (
  id INT PRIMARY KEY,
  version BIGINT NOT NULL,
  matched_events VARCHAR(40),
  unmatched_events VARCHAR(40),
  matched_pictures VARCHAR(40),
  unmatched_pictures VARCHAR(40),
  audit VARCHAR(40),
  last_run TIMESTAMP(3) WITH TIME ZONE
);

INSERT INTO retention (
  id, version, matched_events, unmatched_events, matched_pictures, unmatched_pictures, audit)
VALUES (1, 1, '90d', '1d', '30d', '1d', '3y');

CREATE INDEX sightings_by_end ON sightings (is_unknown, last_seen);
CREATE INDEX reviews_by_time ON reviews (at);
CREATE INDEX erasures_by_time ON erasures (at);
