/**
 * An encoded picture decoded: at the size asked for, upright, without what its file had to leave
 * open. Start at {@link io.facestream.vision.picture.Picture}.
 */
package io.facestream.vision.picture;
