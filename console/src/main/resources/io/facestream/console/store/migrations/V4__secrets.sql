-- Keys that the console made for itself. Whoever reads the database can seal tokens of faces with them.
CREATE TABLE secrets (
  name VARCHAR(60) PRIMARY KEY,
  secret VARCHAR(200) NOT NULL
);
