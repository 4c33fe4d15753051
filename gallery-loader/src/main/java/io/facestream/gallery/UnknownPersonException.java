package io.facestream.gallery;

import io.facestream.wire.FacestreamException;
import java.util.List;

/** Nobody in the gallery goes by that name; the message suggests who may be meant. */
public final class UnknownPersonException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  UnknownPersonException(String target, List<String> near) {
    super(
        "Nobody is enrolled as '"
            + target
            + "'"
            + (near.isEmpty()
                ? "; 'facestream gallery list' shows who is"
                : "; did you mean " + String.join(" or ", near) + "?"));
  }
}
