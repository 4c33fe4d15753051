package io.facestream.tracking;

import java.util.Arrays;

/**
 * The cheapest assignment of rows to columns, by shortest augmenting paths (R. Jonker and A.
 * Volgenant, 1987). As many pairs as possible are made first; of those ways the cheapest is taken;
 * of equally cheap ones the one that follows from the order of rows and columns, every time.
 */
final class Assignment {
  private Assignment() {}

  /**
   * Assigns.
   *
   * @param costs {@code double[rows][columns]}, each below {@link Pairing#IMPOSSIBLE} or that
   * @return for each row its column, or −1
   */
  static int[] of(double[][] costs) {
    int rows = costs.length;
    int columns = rows == 0 ? 0 : costs[0].length;
    // A column of its own for each row that gets none: dearer than any pair, so that pairs are
    // made.
    double[][] padded = new double[rows][columns + rows];
    for (int row = 0; row < rows; row++) {
      Arrays.fill(padded[row], Double.POSITIVE_INFINITY);
      for (int column = 0; column < columns; column++) {
        if (costs[row][column] < Pairing.IMPOSSIBLE) {
          padded[row][column] = costs[row][column];
        }
      }
      padded[row][columns + row] = Pairing.IMPOSSIBLE;
    }
    int[] assigned = cheapest(padded);
    for (int row = 0; row < rows; row++) {
      assigned[row] = assigned[row] < columns ? assigned[row] : -1;
    }
    return assigned;
  }

  /** Every row gets a column; there are at least as many columns. */
  private static int[] cheapest(double[][] costs) {
    int rows = costs.length;
    int columns = rows == 0 ? 0 : costs[0].length;
    double[] rowPrice = new double[rows];
    double[] columnPrice = new double[columns];
    int[] rowOf = new int[columns];
    Arrays.fill(rowOf, -1);
    for (int row = 0; row < rows; row++) {
      augment(costs, row, rowPrice, columnPrice, rowOf);
    }
    int[] columnOf = new int[rows];
    for (int column = 0; column < columns; column++) {
      if (rowOf[column] >= 0) {
        columnOf[rowOf[column]] = column;
      }
    }
    return columnOf;
  }

  /** Finds the cheapest way to a free column, and moves the rows along it. */
  private static void augment(
      double[][] costs, int start, double[] rowPrice, double[] columnPrice, int[] rowOf) {
    int columns = columnPrice.length;
    double[] distance = new double[columns];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    int[] from = new int[columns];
    Arrays.fill(from, -1);
    boolean[] done = new boolean[columns];
    int row = start;
    int last = -1;
    double way = 0;
    while (true) {
      int nearest = -1;
      for (int column = 0; column < columns; column++) {
        if (done[column]) {
          continue;
        }
        double reached = way + costs[row][column] - rowPrice[row] - columnPrice[column];
        if (reached < distance[column]) {
          distance[column] = reached;
          from[column] = last;
        }
        if (nearest < 0 || distance[column] < distance[nearest]) {
          nearest = column;
        }
      }
      way = distance[nearest];
      done[nearest] = true;
      last = nearest;
      if (rowOf[nearest] < 0) {
        break;
      }
      row = rowOf[nearest];
    }
    for (int column = 0; column < columns; column++) {
      if (done[column] && column != last) {
        rowPrice[rowOf[column]] += way - distance[column];
        columnPrice[column] -= way - distance[column];
      }
    }
    rowPrice[start] += way;
    for (int column = last; column >= 0; column = from[column]) {
      rowOf[column] = from[column] < 0 ? start : rowOf[from[column]];
    }
  }
}
