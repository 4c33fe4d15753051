/** Ready embeddings, made elsewhere, to the gallery topic. */
package io.facestream.gallery.importing;
