package io.facestream.evaluate.report;

import java.util.List;

/**
 * A table of an evaluation.
 *
 * @param title what it shows
 * @param notes sentences below the title
 * @param columns their headings
 * @param rows cells in the order of the columns
 */
record Table(String title, List<String> notes, List<String> columns, List<List<String>> rows) {}
