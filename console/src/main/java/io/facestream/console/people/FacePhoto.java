package io.facestream.console.people;

import io.facestream.wire.Box;

/**
 * A face to enrol.
 *
 * @param picture an encoded picture
 * @param box where the face is
 * @param jpeg the face cut out, to be shown
 * @param key the same for the same face sent again, hexadecimal: what is enrolled twice is there
 *     once
 */
public record FacePhoto(byte[] picture, Box box, byte[] jpeg, String key) {}
