-- Two people who were one. What a template was before is kept until the merge can no more be undone.
CREATE TABLE merges (
  id VARCHAR(36) PRIMARY KEY,
  from_id VARCHAR(260) NOT NULL,
  into_id VARCHAR(260) NOT NULL,
  at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  undo_until TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  state VARCHAR(10) NOT NULL
);

CREATE INDEX merges_by_into ON merges (into_id);

CREATE TABLE merged_templates (
  merge_id VARCHAR(36) NOT NULL REFERENCES merges (id) ON DELETE CASCADE,
  old_id VARCHAR(800) NOT NULL,
  new_id VARCHAR(800) NOT NULL,
  entry BYTEA NOT NULL,
  PRIMARY KEY (merge_id, old_id)
);

CREATE INDEX merged_templates_by_new ON merged_templates (new_id);
CREATE INDEX merged_templates_by_old ON merged_templates (old_id);
