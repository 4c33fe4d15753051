package io.facestream.vision.packs;

import java.util.List;

/** There is no model pack of that name. */
public final class UnknownPackException extends VisionException {
  private static final long serialVersionUID = 1L;

  UnknownPackException(String name, List<String> known) {
    super("There is no model pack '" + name + "'; choose one of " + String.join(", ", known));
  }
}
