/**
 * The pack that needs no download, for trying and for tests: OpenCV's own cascades and a small
 * descriptor network that is written here. Not for recognising real people.
 */
package io.facestream.vision.builtin;
