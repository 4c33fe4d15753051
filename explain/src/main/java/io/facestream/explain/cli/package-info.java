/** {@code facestream explain} and {@code facestream replay}. */
package io.facestream.explain.cli;
