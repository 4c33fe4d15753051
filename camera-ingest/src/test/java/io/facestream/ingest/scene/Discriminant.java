package io.facestream.ingest.scene;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Linear discriminant analysis (R. A. Fisher 1936): whiten what differs between pictures of one
 * person, then keep the directions in which the people's means differ most.
 */
record Discriminant(double[] mean, double[][] rows) {

  private static final int ROWS = 64;

  /** Share of the mean variance added to each feature, so that rare ones are not blown up. */
  private static final double RIDGE = 0.3;

  static Discriminant of(List<List<float[]>> people, int size) {
    double[] mean = new double[size];
    double[][] centres = new double[people.size()][size];
    for (int p = 0; p < centres.length; p++) {
      for (float[] view : people.get(p)) {
        for (int i = 0; i < size; i++) {
          centres[p][i] += view[i] / people.get(p).size();
        }
      }
      for (int i = 0; i < size; i++) {
        mean[i] += centres[p][i] / centres.length;
      }
    }
    double[][] root = root(within(people, centres, size));
    double[][] whitened = new double[centres.length][];
    for (int p = 0; p < centres.length; p++) {
      for (int i = 0; i < size; i++) {
        centres[p][i] -= mean[i];
      }
      whitened[p] = forward(root, centres[p]);
    }
    double[][] directions = principal(whitened, size);
    double[][] rows = new double[ROWS][];
    for (int k = 0; k < ROWS; k++) {
      rows[k] = backward(root, directions[k]);
    }
    return new Discriminant(mean, rows);
  }

  private static double[][] within(List<List<float[]>> people, double[][] centres, int size) {
    double[][] scatter = new double[size][size];
    double[] off = new double[size];
    int count = 0;
    for (int p = 0; p < centres.length; p++) {
      for (float[] view : people.get(p)) {
        count++;
        for (int i = 0; i < size; i++) {
          off[i] = view[i] - centres[p][i];
          for (int j = 0; j <= i; j++) {
            scatter[i][j] += off[i] * off[j];
          }
        }
      }
    }
    double trace = 0;
    for (int i = 0; i < size; i++) {
      trace += scatter[i][i] / count;
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        scatter[i][j] /= count;
      }
      scatter[i][i] += RIDGE * trace / size;
    }
    return scatter;
  }

  /** Cholesky factor of a symmetric matrix of which the lower half is given. */
  private static double[][] root(double[][] m) {
    for (int i = 0; i < m.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = m[i][j];
        for (int k = 0; k < j; k++) {
          sum -= m[i][k] * m[j][k];
        }
        m[i][j] = i == j ? Math.sqrt(sum) : sum / m[j][j];
      }
    }
    return m;
  }

  /** Solves L y = x. */
  private static double[] forward(double[][] l, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double sum = x[i];
      for (int k = 0; k < i; k++) {
        sum -= l[i][k] * y[k];
      }
      y[i] = sum / l[i][i];
    }
    return y;
  }

  /** Solves Lᵀ y = x. */
  private static double[] backward(double[][] l, double[] x) {
    double[] y = x.clone();
    for (int i = x.length - 1; i >= 0; i--) {
      y[i] /= l[i][i];
      for (int k = 0; k < i; k++) {
        y[k] -= l[i][k] * y[i];
      }
    }
    return y;
  }

  /** The main directions of a few long vectors, through the small matrix of their products. */
  private static double[][] principal(double[][] x, int size) {
    int n = x.length;
    double[][] directions = new double[ROWS][size];
    try (Mat products = new Mat(n, n, opencv_core.CV_64F);
        Mat values = new Mat();
        Mat vectors = new Mat()) {
      try (DoubleIndexer p = products.createIndexer()) {
        for (int i = 0; i < n; i++) {
          for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int k = 0; k < size; k++) {
              sum += x[i][k] * x[j][k];
            }
            p.put(i, j, sum);
          }
        }
      }
      opencv_core.eigen(products, values, vectors);
      try (DoubleIndexer v = vectors.createIndexer();
          DoubleIndexer e = values.createIndexer()) {
        for (int r = 0; r < ROWS; r++) {
          for (int i = 0; i < n; i++) {
            double weight = v.get(r, i) / Math.sqrt(e.get(r, 0));
            for (int k = 0; k < size; k++) {
              directions[r][k] += weight * x[i][k];
            }
          }
        }
      }
    }
    return directions;
  }

  /** Writes what {@code Projection} of the builtin pack reads. */
  void write(Path file) throws IOException {
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      for (double m : mean) {
        out.writeFloat((float) m);
      }
      for (double[] row : rows) {
        double most = 0;
        for (double w : row) {
          most = Math.max(most, Math.abs(w));
        }
        out.writeFloat((float) (most / 127));
        for (double w : row) {
          out.writeByte((int) Math.round(w / most * 127));
        }
      }
    }
  }
}
