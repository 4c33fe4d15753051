package io.facestream.gallery.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.gallery.testing.NpyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyMatrixTest {
  private static final float[][] ROWS = {{1, 2, 3}, {-4, 0.5f, 1e-20f}};

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameAFile() {
    file = folder.resolve("m.npy");
  }

  @Test
  void shouldReadBothPrecisionsAndBothOrdersInEveryVersion() throws IOException {
    for (String type : new String[] {"<f4", ">f4", "<f8", ">f8"}) {
      for (int version = 1; version <= 3; version++) {
        NpyFiles.write(file, ROWS, type, version);
        try (NpyMatrix matrix = NpyMatrix.open(file)) {
          assertThat(matrix.rows()).isEqualTo(2);
          assertThat(matrix.dimension()).isEqualTo(3);
          float[] row = new float[3];
          assertThat(matrix.next(row)).isTrue();
          assertThat(row).as(type).containsExactly(ROWS[0]);
          assertThat(matrix.next(row)).isTrue();
          assertThat(row).containsExactly(ROWS[1]);
          assertThat(matrix.next(row)).isFalse();
        }
      }
    }
  }

  @Test
  void shouldReadManyTimesMoreThanItHolds() throws IOException {
    float[][] rows = new float[10_000][128];
    for (int i = 0; i < rows.length; i++) {
      Arrays.fill(rows[i], i);
    }
    NpyFiles.write(file, rows, "<f4", 1);
    try (NpyMatrix matrix = NpyMatrix.open(file)) {
      float[] row = new float[128];
      for (int i = 0; i < rows.length; i++) {
        assertThat(matrix.next(row)).isTrue();
        assertThat(row[0]).isEqualTo(i);
        assertThat(row[127]).isEqualTo(i);
      }
      assertThat(matrix.next(row)).isFalse();
    }
  }

  @Test
  void shouldReadAMatrixWithoutRows() throws IOException {
    NpyFiles.writeRaw(
        file, "{'descr': '<f4', 'fortran_order': False, 'shape': (0, 4), }", new byte[0]);
    try (NpyMatrix matrix = NpyMatrix.open(file)) {
      assertThat(matrix.next(new float[4])).isFalse();
    }
  }

  @Test
  void shouldRefuseWhatIsNoNpyFile() throws IOException {
    Files.writeString(file, "PK\u0003\u0004 this is a zip, as numpy.savez writes it");
    assertRefused("it is no .npy file; write it with numpy.save");
    Files.writeString(file, "");
    assertRefused("it is no .npy file");
    Files.delete(file);
    assertRefused("there is no such file");
  }

  @Test
  void shouldRefuseColumnsFirst() throws IOException {
    NpyFiles.writeRaw(
        file, "{'descr': '<f4', 'fortran_order': True, 'shape': (1, 2), }", new byte[8]);
    assertRefused("numpy.ascontiguousarray");
  }

  @Test
  void shouldRefuseOtherNumbers() throws IOException {
    NpyFiles.writeRaw(
        file, "{'descr': '<f2', 'fortran_order': False, 'shape': (1, 2), }", new byte[4]);
    assertRefused("its numbers are '<f2'; save float32 or float64");
  }

  @Test
  void shouldRefuseOtherShapes() throws IOException {
    for (String shape : new String[] {"(8,)", "(1, 2, 4)", "()", "(2, 0)", "(-1, 2)"}) {
      NpyFiles.writeRaw(
          file, "{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + ", }", new byte[32]);
      assertRefused("not (rows, dimension)");
    }
  }

  @Test
  void shouldRefuseAFileThatIsCutOffOrTooLong() throws IOException {
    NpyFiles.write(file, ROWS, "<f4", 1);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    assertRefused("2 rows of 3 numbers need " + whole.length);
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));
    assertRefused("2 rows of 3 numbers need " + whole.length);
    Files.write(file, Arrays.copyOf(whole, 40));
    assertRefused("its header is cut off");
  }

  @Test
  void shouldRefuseANumberOfRowsThatOverflows() throws IOException {
    NpyFiles.writeRaw(
        file,
        "{'descr': '<f8', 'fortran_order': False, 'shape': (999999999999999999, 9999999), }",
        new byte[8]);
    assertRefused("its header claims");
  }

  @Test
  void shouldRefuseAHeaderWithoutItsFields() throws IOException {
    NpyFiles.writeRaw(file, "{'descr': '<f4', }", new byte[8]);
    assertRefused("its header is broken");
  }

  private void assertRefused(String why) {
    assertThatThrownBy(() -> NpyMatrix.open(file))
        .isInstanceOf(BadNpyException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(why);
  }
}
