-- Under which ids somebody was known who is erased: what topics tell of him again is not stored.
CREATE TABLE erased_people (
  erasure_id VARCHAR(36) NOT NULL REFERENCES erasures (id) ON DELETE CASCADE,
  person_key VARCHAR(64) NOT NULL,
  PRIMARY KEY (erasure_id, person_key)
);

CREATE INDEX erased_people_by_person ON erased_people (person_key);

-- A receipt that was complete once stays so, and is deleted with its time.
ALTER TABLE erasures ADD COLUMN is_complete BOOLEAN DEFAULT FALSE NOT NULL;

-- Of reviews from before it is not known here, only by what they are of.
ALTER TABLE reviews ADD COLUMN person_key VARCHAR(64);

CREATE INDEX reviews_by_person ON reviews (person_key);

-- The scope of who made it, among whose webhooks it counts.
ALTER TABLE webhooks ADD COLUMN made_within TEXT;

UPDATE webhooks SET made_within = scope;
