package io.facestream.gallery;

import io.facestream.wire.FacestreamException;
import java.util.List;

/** Nothing in the gallery goes by that name; the message suggests who or what may be meant. */
public final class UnknownPersonException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  /** How their ids begin. */
  private static final String NEGATIVE_EXAMPLES = "not/";

  UnknownPersonException(String target, List<String> near) {
    super(
        target.startsWith(NEGATIVE_EXAMPLES)
            ? "There is neither a negative example nor a photo '"
                + target
                + "'; 'facestream gallery list' shows what there is"
            : "Nobody is enrolled as '"
                + target
                + "'"
                + (near.isEmpty()
                    ? "; 'facestream gallery list' shows who is"
                    : "; did you mean " + String.join(" or ", near) + "?"));
  }
}
