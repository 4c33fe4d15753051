/** {@code facestream console} and {@code facestream audit}. */
package io.facestream.console.cli;
