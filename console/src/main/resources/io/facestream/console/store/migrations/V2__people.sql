-- A view of the gallery topic, which it can be made from again at any time. An entry is the record as it
-- lies on the topic: its template, with the embedding.
CREATE TABLE templates (
  template_id VARCHAR(800) PRIMARY KEY,
  topic_id VARCHAR(40) NOT NULL,
  part INT NOT NULL,
  position BIGINT NOT NULL,
  written TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  person_id VARCHAR(260) NOT NULL,
  about VARCHAR(260),
  search_text TEXT NOT NULL,
  enrolled_at TIMESTAMP(3) WITH TIME ZONE,
  entry BYTEA NOT NULL
);

CREATE INDEX templates_by_person ON templates (person_id);
CREATE INDEX templates_by_example ON templates (about);

CREATE TABLE template_watchlists (
  template_id VARCHAR(800) NOT NULL REFERENCES templates (template_id) ON DELETE CASCADE,
  watchlist VARCHAR(200) NOT NULL,
  PRIMARY KEY (template_id, watchlist)
);

CREATE INDEX templates_by_watchlist ON template_watchlists (watchlist);

-- What the topic does not hold: how the face looked that was enrolled.
CREATE TABLE photos (
  template_id VARCHAR(800) PRIMARY KEY,
  taken TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  jpeg BYTEA NOT NULL
);

CREATE TABLE erasures (
  id VARCHAR(36) PRIMARY KEY,
  person_id VARCHAR(260) NOT NULL,
  watchlists TEXT NOT NULL,
  at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  templates INT NOT NULL,
  gallery_ends TEXT NOT NULL
);
