/**
 * The pack that needs no download, for trying and for tests: OpenCV's own cascades and a small
 * descriptor network that comes as a file. Not for recognising real people.
 */
package io.facestream.vision.builtin;
