/** The {@code facestream} command: one entry for people, a subcommand per module. */
package io.facestream.cli;
