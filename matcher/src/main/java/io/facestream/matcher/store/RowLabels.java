package io.facestream.matcher.store;

import java.util.Arrays;
import java.util.BitSet;

/** A label for each row, 0 until another is given; takes no memory before the first one is. */
public final class RowLabels {
  private static final int LEAST_ROWS = 1024;

  private int[] labels = {};

  /** By label, how many rows have it; what is said of label 0 does not count. */
  private int[] rows = {};

  private int labelled;

  /** The label of a row. */
  public int of(int row) {
    return row < labels.length ? labels[row] : 0;
  }

  /** Gives a row a label, 0 or above. */
  public void set(int row, int label) {
    if (label == of(row)) {
      return;
    }
    if (row >= labels.length) {
      labels = Arrays.copyOf(labels, Math.max(LEAST_ROWS, row + 1 + (row >> 2)));
    }
    if (label >= rows.length) {
      rows = Arrays.copyOf(rows, 2 * (label + 1));
    }
    count(labels[row], -1);
    labels[row] = label;
    count(label, 1);
  }

  private void count(int label, int more) {
    if (label != 0) {
      rows[label] += more;
      labelled += more;
    }
  }

  /** Forgets a row; the last one moves there. */
  public void swapWithLast(int row, int last) {
    set(row, of(last));
    set(last, 0);
  }

  /**
   * How many rows have one of some labels.
   *
   * @param size of all rows
   */
  public int count(BitSet some, int size) {
    int count = some.get(0) ? size - labelled : 0;
    for (int label = some.nextSetBit(1); label >= 0 && label < rows.length; ) {
      count += rows[label];
      label = some.nextSetBit(label + 1);
    }
    return count;
  }
}
