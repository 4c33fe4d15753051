/**
 * What is wrong with a gallery, found in its embeddings: pure, without Kafka and without a
 * terminal.
 */
package io.facestream.gallery.check;
