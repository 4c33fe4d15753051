/** The command {@code facestream evaluate}: the one place that knows the terminal. */
package io.facestream.evaluate.cli;
