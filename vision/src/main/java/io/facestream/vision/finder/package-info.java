/** From the bytes of a picture to the aligned crops of its faces. */
package io.facestream.vision.finder;
