package io.facestream.cluster;

import io.facestream.wire.FacestreamException;
import java.util.List;

/** A cluster cannot do what was asked; the message is one line that names cause and cure. */
public final class ClusterException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> details;

  public ClusterException(String message) {
    this(message, List.of());
  }

  public ClusterException(String message, Throwable cause) {
    super(message, cause);
    this.details = List.of();
  }

  /**
   * With something to read on, such as the last lines of a log.
   *
   * @param details lines
   */
  public ClusterException(String message, List<String> details) {
    super(message);
    this.details = List.copyOf(details);
  }

  /** Lines to read on; may be empty. */
  public List<String> details() {
    return details;
  }
}
