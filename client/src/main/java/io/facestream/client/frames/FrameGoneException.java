package io.facestream.client.frames;

import io.facestream.wire.FacestreamException;
import java.util.Locale;

/** A frame is no longer on its topic: retention has deleted it. */
public final class FrameGoneException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  FrameGoneException(String topic, int partition, long offset) {
    super(
        String.format(
            Locale.ROOT, "Frame %d-%d is no longer on topic '%s'", partition, offset, topic));
  }
}
