package io.facestream.job.records;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Records that the operator has ordered to leave out: {@code frames:3:4711}, {@code gallery:0:17}
 * and {@code policies:0:3} by partition and offset, {@code gallery:p-17/2} by template, wherever it
 * is, in the state too.
 */
public final class SkippedRecords implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Pattern PLACE =
      Pattern.compile("(frames|gallery|policies):\\d{1,9}:\\d{1,18}");
  private static final String TEMPLATE = "gallery:";

  /** Nothing. */
  public static final SkippedRecords NONE = new SkippedRecords(List.of());

  private final HashSet<String> places = new HashSet<>();
  private final HashSet<String> templates = new HashSet<>();

  /**
   * @param orders as given on the command line
   * @throws IllegalArgumentException with a line that says how to write one
   */
  public SkippedRecords(List<String> orders) {
    for (String order : orders) {
      if (PLACE.matcher(order).matches()) {
        places.add(order);
      } else if (order.startsWith(TEMPLATE) && order.indexOf('/') > TEMPLATE.length()) {
        templates.add(order.substring(TEMPLATE.length()));
      } else {
        throw new IllegalArgumentException(
            "'"
                + order
                + "' names no record: write frames:PARTITION:OFFSET, gallery:PARTITION:OFFSET,"
                + " policies:PARTITION:OFFSET or gallery:PERSON/PHOTO");
      }
    }
  }

  /** Why this frame is refused; null when it is not. */
  public String refusalOfFrame(int partition, long offset) {
    return places.isEmpty() ? null : reason("frames:" + partition + ":" + offset);
  }

  /** Why this record of the gallery is refused; null when it is not. */
  public String refusalOfGallery(int partition, long offset) {
    return places.isEmpty() ? null : reason("gallery:" + partition + ":" + offset);
  }

  /** Why this policy is refused; null when it is not. */
  public String refusalOfPolicy(int partition, long offset) {
    return places.isEmpty() ? null : reason("policies:" + partition + ":" + offset);
  }

  /** Why nobody is enrolled by this template; null when somebody may be. */
  public String refusalOfTemplate(String templateId) {
    return templates.contains(templateId) ? because(TEMPLATE + templateId) : null;
  }

  /** Templates to leave out. */
  public Set<String> templates() {
    return Set.copyOf(templates);
  }

  private String reason(String place) {
    return places.contains(place) ? because(place) : null;
  }

  private static String because(String order) {
    return "Skipped by the operator's order (--skip " + order + ").";
  }
}
