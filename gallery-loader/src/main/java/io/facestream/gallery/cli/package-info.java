/** {@code facestream gallery}: what people type and see. */
package io.facestream.gallery.cli;
