package io.facestream.matcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GallerySliceTest {
  private static final float[] EAST = {1, 0};
  private static final float[] NORTH = {0, 1};
  private static final float[] NORTH_EAST = {3, 3};

  private final GallerySlice slice = GallerySlice.create(2);

  @AfterEach
  void close() {
    slice.close();
  }

  @Test
  void shouldReturnTheBestFirstWithCosines() {
    slice.put("north", NORTH);
    slice.put("north-east", NORTH_EAST);
    slice.put("east", EAST);
    List<Hit> hits = search(EAST, 2);
    assertThat(hits).extracting(Hit::templateId).containsExactly("east", "north-east");
    assertThat(hits.get(0).similarity()).isEqualTo(1.0);
    assertThat(hits.get(1).similarity()).isCloseTo(Math.sqrt(0.5), within(1e-15));
  }

  @Test
  void shouldGiveTiesToTheSmallerId() {
    for (String id : List.of("d", "b", "a", "c")) {
      slice.put(id, EAST);
    }
    assertThat(search(NORTH_EAST, 2)).extracting(Hit::templateId).containsExactly("a", "b");
  }

  @Test
  void shouldReturnOnlyHitsThatReachTheMinimum() {
    slice.put("north", NORTH);
    slice.put("east", EAST);
    assertThat(slice.search(EAST, 1, 10, 1.0).get(0))
        .extracting(Hit::templateId)
        .containsExactly("east");
    assertThat(slice.search(EAST, 1, 10, 1.1).get(0)).isEmpty();
  }

  @Test
  void shouldAnswerEachProbeOfABatchByItself() {
    slice.put("north", NORTH);
    slice.put("east", EAST);
    float[] probes = {0, 2, 5, 0, 99, 99};
    List<List<Hit>> hits = slice.search(probes, 2, 1, -1);
    assertThat(hits).hasSize(2);
    assertThat(hits.get(0).get(0).templateId()).isEqualTo("north");
    assertThat(hits.get(1).get(0).templateId()).isEqualTo("east");
  }

  @Test
  void shouldReplaceTheEmbeddingOfAKnownId() {
    slice.put("a", EAST);
    slice.put("a", NORTH);
    assertThat(slice.size()).isEqualTo(1);
    assertThat(search(NORTH, 5)).containsExactly(new Hit("a", 1.0));
  }

  @Test
  void shouldForgetWhatWasErased() {
    slice.put("a", EAST);
    slice.put("b", NORTH);
    assertThat(slice.erase("a")).isTrue();
    assertThat(slice.erase("a")).isFalse();
    assertThat(slice.contains("a")).isFalse();
    assertThat(slice.contains("b")).isTrue();
    assertThat(search(EAST, 5)).extracting(Hit::templateId).containsExactly("b");
  }

  @Test
  void shouldFindNothingInAnEmptySlice() {
    assertThat(search(EAST, 3)).isEmpty();
    assertThat(slice.search(new float[0], 0, 3, -1)).isEmpty();
  }

  @Test
  void shouldFindWhoeverIsBehindThoseThatAreLeftOut() {
    slice.put("east", EAST);
    slice.put("north-east", NORTH_EAST);
    slice.put("north", NORTH);
    slice.label("east", 7);
    BitSet seven = BitSet.valueOf(new long[] {1 << 7});
    assertThat(slice.sizeWithout(seven)).isEqualTo(2);
    assertThat(slice.search(EAST, 1, 1, -1, probe -> seven).get(0))
        .extracting(Hit::templateId)
        .containsExactly("north-east");
    assertThat(search(EAST, 1)).extracting(Hit::templateId).containsExactly("east");
    BitSet all = BitSet.valueOf(new long[] {1 | 1 << 7});
    assertThat(slice.search(EAST, 1, 1, -1, probe -> all).get(0)).isEmpty();
    slice.put("east", NORTH_EAST);
    assertThat(slice.sizeWithout(seven)).as("a replaced one keeps its label").isEqualTo(2);
    slice.erase("east");
    slice.put("east", EAST);
    assertThat(slice.sizeWithout(seven)).as("one that comes again has none").isEqualTo(3);
    assertThatIllegalArgumentException().isThrownBy(() -> slice.label("x", 1));
    assertThatIllegalArgumentException().isThrownBy(() -> slice.label("east", -1));
  }

  @Test
  void shouldNotKeepTheCallersArray() {
    float[] mine = EAST.clone();
    slice.put("a", mine);
    mine[0] = -1;
    assertThat(search(EAST, 1)).containsExactly(new Hit("a", 1.0));
  }

  @Test
  void shouldRefuseUnusableEmbeddingsAndStayAsItWas() {
    refusesToPut(new float[] {1, 2, 3}, "3 components, the slice 2");
    refusesToPut(new float[] {0, -0f}, "zero in every component");
    refusesToPut(new float[] {1, Float.NaN}, "NaN at component 1");
    refusesToPut(new float[] {Float.NEGATIVE_INFINITY, 1}, "-Infinity at component 0");
    assertThat(slice.size()).isZero();
    assertThat(slice.contains("x")).isFalse();
  }

  @Test
  void shouldRefuseUnusableSearches() {
    refusesToSearch(new float[] {1, 0}, 2, 1, 0, "2 probes of 2 components");
    refusesToSearch(new float[] {1, 0}, -1, 1, 0, "-1 probes");
    refusesToSearch(EAST, 1, 0, 0, "k is 0");
    refusesToSearch(EAST, 1, 1, Double.NaN, "minSimilarity is NaN");
    assertThatIllegalArgumentException().isThrownBy(() -> GallerySlice.create(0));
  }

  @Test
  void shouldFindNothingForAProbeWithoutDirectionAndAnswerTheOthers() {
    slice.put("east", EAST);
    float nan = Float.NaN;
    float infinite = Float.POSITIVE_INFINITY;
    float[] probes = {nan, 0, 0, 0, 1, 0, infinite, 1, 0, -0f, 5, 0};
    List<List<Hit>> found = slice.search(probes, 6, 1, -1);
    List<Hit> east = List.of(new Hit("east", 1.0));
    assertThat(found).containsExactly(List.of(), List.of(), east, List.of(), List.of(), east);
    assertThat(search(new float[] {nan, nan}, 1)).isEmpty();
  }

  @Test
  void shouldRefuseUseAfterClose() {
    slice.close();
    slice.close();
    assertThatIllegalStateException().isThrownBy(() -> slice.put("a", EAST));
    assertThatIllegalStateException().isThrownBy(() -> search(EAST, 1));
  }

  private List<Hit> search(float[] probe, int k) {
    return slice.search(probe, 1, k, -1).get(0);
  }

  private void refusesToPut(float[] embedding, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> slice.put("x", embedding))
        .withMessageContaining(message);
  }

  private void refusesToSearch(float[] probes, int count, int k, double min, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> slice.search(probes, count, k, min))
        .withMessageContaining(message);
  }
}
