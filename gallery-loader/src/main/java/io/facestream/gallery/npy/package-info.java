/** Matrices as NumPy stores them; knows nothing of faces. */
package io.facestream.gallery.npy;
