/** Turns encoded pictures without decoding them: by the orientation in their EXIF data. */
package io.facestream.ingest.orientation;
