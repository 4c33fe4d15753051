package io.facestream.wire;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The models behind an answer.
 *
 * @param pack the model pack, such as {@code standard}
 * @param detector the detector's model id, or null when it is not known
 * @param embedder the embedder's model id; similarities compare only within one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Models(String pack, String detector, String embedder) {}
