/** Photos on disk, and what may be enrolled of the faces in them. Knows no Kafka. */
package io.facestream.gallery.photos;
