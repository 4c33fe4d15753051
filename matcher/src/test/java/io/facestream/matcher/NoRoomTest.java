package io.facestream.matcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.facestream.matcher.store.NativeMemory;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("thorough")
class NoRoomTest {
  private static final int BLOCK = 1024;
  private static final int DIMENSION = 4096;

  @Test
  void shouldStayAsItWasWhenThereIsNoMemoryForAnotherBlock() {
    try (GallerySlice slice = GallerySlice.create(DIMENSION)) {
      for (int i = 0; i < BLOCK; i++) {
        slice.put("p" + i, Vectors.oneHot(DIMENSION, i, 1));
      }
      Deque<NativeMemory> taken = new ArrayDeque<>();
      try {
        takeAll(taken, 1 << 28);
        takeAll(taken, 1 << 20);
        refusesToGrow(slice, "a");
        refusesToGrow(slice, "b");
        slice.put("p7", Vectors.oneHot(DIMENSION, 2000, 1));
      } finally {
        taken.forEach(NativeMemory::close);
      }
      slice.put("b", Vectors.oneHot(DIMENSION, 3000, 1));
      assertThat(slice.contains("a")).isFalse();
      assertThat(best(slice, 2000)).isEqualTo("p7");
      assertThat(best(slice, 3000)).isEqualTo("b");
      assertThat(best(slice, 8)).isEqualTo("p8");
    }
  }

  private static void refusesToGrow(GallerySlice slice, String id) {
    assertThatIllegalStateException()
        .isThrownBy(() -> slice.put(id, Vectors.oneHot(DIMENSION, 5, 1)))
        .withMessageContaining("-XX:MaxDirectMemorySize");
    assertThat(slice.size()).isEqualTo(BLOCK);
    assertThat(slice.contains(id)).isFalse();
  }

  private static void takeAll(Deque<NativeMemory> taken, int bytes) {
    try {
      while (true) {
        taken.add(NativeMemory.allocate(bytes));
      }
    } catch (IllegalStateException e) {
      // Nothing of that size is left, which is what was wanted.
    }
  }

  private static String best(GallerySlice slice, int place) {
    float[] probe = Vectors.oneHot(DIMENSION, place, 1);
    return slice.search(probe, 1, 1, -1).get(0).get(0).templateId();
  }
}
