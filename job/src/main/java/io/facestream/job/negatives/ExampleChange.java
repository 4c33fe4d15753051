package io.facestream.job.negatives;

/**
 * What has become of a negative example, or that a slice has told of all it had when it began.
 *
 * @param templateId its id; null where a slice has told of all
 * @param example what it is now, or null when it is gone
 * @param slice which slice has told of all, else 0
 * @param slices of how many, else 0
 */
public record ExampleChange(String templateId, NegativeExample example, int slice, int slices) {
  /** It is there, or another one in its place. */
  public static ExampleChange of(NegativeExample example) {
    return new ExampleChange(example.templateId(), example, 0, 0);
  }

  /** It was erased, or has come to its end. */
  public static ExampleChange gone(String templateId) {
    return new ExampleChange(templateId, null, 0, 0);
  }

  /** A slice has told of all that it had before it gives its first answer. */
  public static ExampleChange allTold(int slice, int slices) {
    return new ExampleChange(null, null, slice, slices);
  }

  /** Whether it says only that a slice has told of all. */
  public boolean isAllTold() {
    return templateId == null;
  }
}
