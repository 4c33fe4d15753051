/**
 * What can be told of an encoded picture without decoding it: its format, its size, and whether it
 * is all there. Plain Java on byte arrays.
 */
package io.facestream.vision.picture.file;
