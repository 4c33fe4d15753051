-- What was answered to requests with an Idempotency-Key, for a day. No status while one is under way; no body
-- where the answer held a secret, or told of somebody who is erased since.
CREATE TABLE kept_answers (
  caller VARCHAR(120) NOT NULL,
  key_hash VARCHAR(64) NOT NULL,
  request_hash VARCHAR(64) NOT NULL,
  begun TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  subject VARCHAR(260),
  status INT,
  media_type VARCHAR(100),
  body BYTEA,
  PRIMARY KEY (caller, key_hash)
);

CREATE INDEX kept_answers_by_subject ON kept_answers (subject);
CREATE INDEX kept_answers_by_time ON kept_answers (begun);
