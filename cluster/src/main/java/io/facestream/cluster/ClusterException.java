package io.facestream.cluster;

import io.facestream.wire.FacestreamException;
import io.facestream.wire.Remedy;
import java.util.List;
import java.util.Optional;

/** A cluster cannot do what was asked; the message is one line that names cause and cure. */
public final class ClusterException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> details;
  private final transient FurtherStep step;
  private final transient List<Remedy> remedies;

  public ClusterException(String message) {
    this(message, List.of());
  }

  public ClusterException(String message, Throwable cause) {
    this(message, cause, List.of(), null, List.of());
  }

  /**
   * With something to read on, such as the last lines of a log.
   *
   * @param details lines
   */
  public ClusterException(String message, List<String> details) {
    this(message, null, details, null, List.of());
  }

  private ClusterException(
      String message,
      Throwable cause,
      List<String> details,
      FurtherStep step,
      List<Remedy> remedies) {
    super(message, cause);
    this.details = List.copyOf(details);
    this.step = step;
    this.remedies = List.copyOf(remedies);
  }

  /** The same, where doing this helps: the end of the message says it in words. */
  ClusterException helpedBy(FurtherStep further) {
    return new ClusterException(getMessage(), getCause(), details, further, remedies);
  }

  /** The same, where these help. */
  ClusterException helpedBy(Remedy... more) {
    return new ClusterException(getMessage(), getCause(), details, step, List.of(more));
  }

  /** Lines to read on; may be empty. */
  public List<String> details() {
    return details;
  }

  /** What to do, where something can be done. */
  public Optional<FurtherStep> step() {
    return Optional.ofNullable(step);
  }

  @Override
  public List<Remedy> remedies() {
    return remedies;
  }
}
