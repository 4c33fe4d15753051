/** The job as a command of {@code facestream}. */
package io.facestream.job.cli;
