/** Labelled photos: whose they are, which pairs and groups they form, and their embeddings. */
package io.facestream.evaluate.samples;
