/** Draws what a verdict says into the frame it is about. */
package io.facestream.quickstart.annotate;
