/** The {@code facestream cluster} commands. */
package io.facestream.cluster.cli;
