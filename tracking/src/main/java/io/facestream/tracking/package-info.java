/**
 * Faces followed from frame to frame of a camera, by motion, size and looks, without a model; and
 * which of them is to be embedded. Pure: state in, state out.
 */
package io.facestream.tracking;
