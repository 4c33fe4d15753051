/** The command {@code facestream ingest}. */
package io.facestream.ingest.cli;
