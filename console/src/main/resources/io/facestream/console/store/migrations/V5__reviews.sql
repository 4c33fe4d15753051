-- One of each reviewer; who it was is in the content, and as SHA-256 here, since ids have no greatest length.
CREATE TABLE reviews (
  of_key VARCHAR(64) NOT NULL,
  by_key VARCHAR(64) NOT NULL,
  at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (of_key, by_key)
);
