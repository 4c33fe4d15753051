/** Tables that say something about photos: CSV with a header, errors with file and line. */
package io.facestream.photos.tables;
