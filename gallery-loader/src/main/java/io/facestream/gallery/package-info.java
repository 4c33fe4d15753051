/** Loads folders of photos into the gallery; {@link io.facestream.gallery.GalleryLoader} starts. */
package io.facestream.gallery;
