package io.facestream.job.search;

import static io.facestream.job.testing.Fixtures.frameWith;
import static io.facestream.job.testing.Fixtures.towards;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.gallery.GalleryChange.Kind;
import io.facestream.job.gallery.GalleryRepair;
import io.facestream.wire.TemplateCopies;
import io.facestream.wire.TemplateCopy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One template in several partitions of the gallery, between which there is no order. */
class TwoPartitionsTest {
  private static final double TURN = 0.01;

  /** A record; its offset is its time as well. */
  private record Said(Kind kind, int partition, long offset, long upTo) {
    float[] embedding() {
      return kind == Kind.UPSERT ? towards(0, TURN * offset) : null;
    }
  }

  static Stream<List<Said>> topics() {
    return Stream.of(
        // kcat erases into another partition
        List.of(put(0, 1), erase(1, 5)),
        // … and the person is enrolled again
        List.of(put(0, 1), erase(0, 2), put(0, 7), erase(1, 5)),
        // partitions were added, and the template was written again, and erased
        List.of(put(0, 1), put(2, 4), erase(1, 6)),
        List.of(put(0, 1), put(1, 3), erase(1, 8)),
        List.of(put(0, 1), put(1, 3), erase(2, 2)),
        // at one time
        List.of(put(0, 2), erase(1, 2)),
        List.of(put(0, 1), put(1, 2), put(2, 3), put(3, 4)));
  }

  @ParameterizedTest
  @MethodSource("topics")
  void shouldHoldWhatEveryReaderHoldsInWhateverOrderItArrives(List<Said> topic) throws Exception {
    Map<String, List<Said>> orders = ordersById(topic);
    try (SliceHarness slice = new SliceHarness(0, 1, null)) {
      slice.caughtUp();
      for (Map.Entry<String, List<Said>> order : orders.entrySet()) {
        tell(slice, order.getKey(), order.getValue());
      }
      assertThat(held(slice)).isEqualTo(expected(orders, foldOf(topic)));
    }
  }

  @ParameterizedTest
  @MethodSource("topics")
  void shouldHoldTheSameAfterARestartInTheMiddle(List<Said> topic) throws Exception {
    Map<String, List<Said>> orders = ordersById(topic);
    try (SliceHarness before = new SliceHarness(0, 1, null)) {
      for (Map.Entry<String, List<Said>> order : orders.entrySet()) {
        tell(before, order.getKey(), order.getValue().subList(0, 1));
      }
      try (SliceHarness slice = new SliceHarness(0, 1, List.of(before.snapshot()))) {
        slice.caughtUp();
        for (Map.Entry<String, List<Said>> order : orders.entrySet()) {
          tell(slice, order.getKey(), order.getValue().subList(1, topic.size()));
        }
        assertThat(held(slice)).isEqualTo(expected(orders, foldOf(topic)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("topics")
  void shouldLeaveATopicThatSaysTheSameOnceItsTombstonesAreGone(List<Said> topic) throws Exception {
    Map<String, List<Said>> orders = ordersById(topic);
    List<Said> repaired = new ArrayList<>(topic);
    try (SliceHarness slice = new SliceHarness(0, 1, null)) {
      slice.caughtUp();
      for (Map.Entry<String, List<Said>> order : orders.entrySet()) {
        tell(slice, order.getKey(), order.getValue());
      }
      assertThat(slice.repairs()).as("it waits for what is still to come").isEmpty();
      slice.letTimePass(30_000);
      for (GalleryRepair repair : slice.repairs()) {
        if (repair.templateId().equals("p/0")) {
          repaired.add(new Said(Kind.REPAIR, repair.partition(), 100, repair.upTo()));
        }
      }
    }
    List<Said> compacted = withoutTombstones(lastOfEachPartition(repaired));
    Map<String, List<Said>> left = ordersById(compacted);
    try (SliceHarness withoutState = new SliceHarness(0, 1, null)) {
      withoutState.caughtUp();
      for (Map.Entry<String, List<Said>> order : left.entrySet()) {
        tell(withoutState, order.getKey(), order.getValue());
      }
      assertThat(held(withoutState)).isEqualTo(expected(left, foldOf(topic)));
      withoutState.letTimePass(30_000);
      assertThat(withoutState.repairs()).as("nothing is left to repair").isEmpty();
    }
  }

  @Test
  void shouldRepairWhatWasFoundBeforeARestart() throws Exception {
    try (SliceHarness before = new SliceHarness(0, 1, null)) {
      tell(before, "p/0", List.of(put(0, 1), erase(1, 5)));
      try (SliceHarness slice = new SliceHarness(0, 1, List.of(before.snapshot()))) {
        slice.letTimePass(1_000);
        assertThat(slice.repairs()).as("the gallery has not been read").isEmpty();
        slice.caughtUp();
        slice.letTimePass(2_000);
        assertThat(slice.repairs()).containsExactly(new GalleryRepair("p/0", 0, 1));
      }
    }
  }

  @Test
  void shouldNotRepairWhatWasWrittenAgainMeanwhile() throws Exception {
    try (SliceHarness slice = new SliceHarness(0, 1, null)) {
      slice.caughtUp();
      tell(slice, "p/0", List.of(put(0, 1), erase(1, 5)));
      slice.letTimePass(20_000);
      tell(slice, "p/0", List.of(put(0, 9)));
      slice.letTimePass(60_000);
      assertThat(slice.repairs()).isEmpty();
      assertThat(held(slice)).containsOnlyKeys("p/0");
    }
  }

  @Test
  void shouldNotLetALateRepairTakeWhatWasWrittenAgain() throws Exception {
    try (SliceHarness slice = new SliceHarness(0, 1, null)) {
      slice.caughtUp();
      tell(slice, "p/0", List.of(put(0, 1), erase(1, 5), put(0, 9)));
      tell(slice, "p/0", List.of(new Said(Kind.REPAIR, 0, 10, 1)));
      assertThat(held(slice)).containsOnlyKeys("p/0");
    }
  }

  @Test
  void shouldForgetTheErasedAfterADay() throws Exception {
    try (SliceHarness slice = new SliceHarness(0, 1, null)) {
      slice.caughtUp();
      tell(slice, "p/0", List.of(put(0, 1), erase(1, 5)));
      slice.letStateAge(86_400_001);
      tell(slice, "p/0", List.of(put(0, 2)));
      assertThat(held(slice)).as("nobody remembers the erasure").containsOnlyKeys("p/0");
    }
  }

  @Test
  void shouldRememberTheErasedForADay() throws Exception {
    try (SliceHarness slice = new SliceHarness(0, 1, null)) {
      slice.caughtUp();
      tell(slice, "p/0", List.of(put(0, 1), erase(1, 5)));
      slice.letStateAge(86_000_000);
      tell(slice, "p/0", List.of(put(0, 2)));
      assertThat(held(slice)).isEmpty();
    }
  }

  private static Said put(int partition, long offset) {
    return new Said(Kind.UPSERT, partition, offset, 0);
  }

  private static Said erase(int partition, long offset) {
    return new Said(Kind.ERASE, partition, offset, 0);
  }

  private static void tell(SliceHarness slice, String id, List<Said> records) throws Exception {
    for (Said said : records) {
      slice.change(said.kind, said.partition, said.offset, id, said.embedding(), said.upTo);
    }
  }

  /** Each order in which the records can arrive, under an id of its own. */
  private static Map<String, List<Said>> ordersById(List<Said> topic) {
    List<List<Said>> orders = new ArrayList<>();
    arrange(new ArrayList<>(topic), new ArrayList<>(), orders);
    Map<String, List<Said>> byId = new TreeMap<>();
    for (List<Said> order : orders) {
      byId.put("p/" + byId.size(), order);
    }
    assertThat(byId.size()).isLessThanOrEqualTo(SliceHarness.CANDIDATES);
    return byId;
  }

  private static void arrange(List<Said> left, List<Said> order, List<List<Said>> orders) {
    if (left.isEmpty()) {
      orders.add(List.copyOf(order));
    }
    for (Said next : List.copyOf(left)) {
      boolean firstOfItsPartition =
          left.stream()
              .filter(said -> said.partition == next.partition)
              .allMatch(said -> said.offset >= next.offset);
      if (firstOfItsPartition) {
        left.remove(next);
        order.add(next);
        arrange(left, order, orders);
        order.remove(order.size() - 1);
        left.add(next);
      }
    }
  }

  private static Said foldOf(List<Said> topic) {
    TemplateCopies copies = TemplateCopies.NONE;
    for (Said said : lastOfEachPartition(topic)) {
      copies =
          copies.with(
              new TemplateCopy(said.partition, said.offset, said.offset, said.kind == Kind.ERASE));
    }
    TemplateCopy live = copies.live();
    return live == null ? null : put(live.partition(), live.offset());
  }

  private static List<Said> lastOfEachPartition(List<Said> topic) {
    Map<Integer, Said> last = new TreeMap<>();
    topic.stream()
        .sorted(Comparator.comparingLong(Said::offset))
        .forEach(said -> last.put(said.partition, said));
    return List.copyOf(last.values());
  }

  private static List<Said> withoutTombstones(List<Said> topic) {
    return topic.stream().filter(said -> said.kind == Kind.UPSERT).toList();
  }

  /** The similarity to be found of each template. */
  private static Map<String, Double> expected(Map<String, List<Said>> orders, Said live) {
    Map<String, Double> expected = new TreeMap<>();
    if (live != null) {
      orders.keySet().forEach(id -> expected.put(id, similarity(live.embedding()[0])));
    }
    return expected;
  }

  private static Map<String, Double> held(SliceHarness slice) throws Exception {
    slice.probe(frameWith("lobby", 1, towards(0, 0)));
    List<PartialAnswer> answers = slice.answers();
    Map<String, Double> held = new TreeMap<>();
    for (TemplateHit hit : answers.get(answers.size() - 1).probes().get(0).hits()) {
      held.put(hit.templateId(), similarity(hit.similarity()));
    }
    return held;
  }

  private static double similarity(double exact) {
    return Math.round(exact * 1e6) / 1e6;
  }
}
