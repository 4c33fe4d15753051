/** An evaluation for people: a table, drawn curves, and a page of both. */
package io.facestream.evaluate.report;
