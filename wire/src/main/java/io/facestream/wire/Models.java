package io.facestream.wire;

/**
 * The models behind an answer.
 *
 * @param pack the model pack, such as {@code standard}
 * @param detector the detector's model id
 * @param embedder the embedder's model id; similarities compare only within one
 */
public record Models(String pack, String detector, String embedder) {}
