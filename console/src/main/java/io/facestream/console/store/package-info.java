/**
 * The console's database: H2 in a folder, or PostgreSQL. The tables' own classes lie with the code
 * that owns a table; this package opens the database, brings it up to date, and runs transactions.
 */
package io.facestream.console.store;
