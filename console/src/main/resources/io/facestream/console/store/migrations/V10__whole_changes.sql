-- A change of the gallery of several records, written down before the first one: a console that ended in
-- between, or whose broker went away, goes on with it. One at a time. No entry where a template is erased.
CREATE TABLE gallery_changes (
  template_id VARCHAR(800) PRIMARY KEY,
  entry BYTEA
);

-- Since when a picture waits for its template to come to the gallery; null when it has.
ALTER TABLE photos ADD COLUMN awaits_since TIMESTAMP(3) WITH TIME ZONE;
