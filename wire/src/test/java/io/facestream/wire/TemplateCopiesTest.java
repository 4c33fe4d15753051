package io.facestream.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateCopiesTest {
  private static final TemplateCopy OLD = new TemplateCopy(0, 7, 100, false);
  private static final TemplateCopy NEW = new TemplateCopy(2, 1, 200, false);

  @Test
  void shouldFollowTheLaterOffsetWithinAPartitionWhateverItsTimestamp() {
    TemplateCopy erased = new TemplateCopy(0, 8, 50, true);
    assertThat(copies(OLD, erased).live()).isNull();
    assertThat(copies(OLD, erased).superseded()).isEmpty();
    assertThat(copies(erased, OLD).live()).isEqualTo(OLD);
  }

  @Test
  void shouldLetTheLaterTimestampWinBetweenPartitions() {
    assertThat(copies(OLD, NEW).live()).isEqualTo(NEW);
    assertThat(copies(OLD, NEW).superseded()).containsExactly(OLD);
    TemplateCopy erasedLater = new TemplateCopy(1, 0, 300, true);
    assertThat(copies(OLD, NEW, erasedLater).live()).isNull();
    assertThat(copies(OLD, NEW, erasedLater).superseded()).containsExactlyInAnyOrder(OLD, NEW);
    TemplateCopy erasedBefore = new TemplateCopy(1, 0, 50, true);
    assertThat(copies(OLD, erasedBefore).live()).isEqualTo(OLD);
    assertThat(copies(OLD, erasedBefore).superseded()).isEmpty();
  }

  @Test
  void shouldLetTheErasureWinAtOneTime() {
    TemplateCopy erased = new TemplateCopy(1, 0, OLD.timestamp(), true);
    assertThat(copies(OLD, erased).live()).isNull();
    assertThat(copies(erased, OLD).live()).isNull();
  }

  @Test
  void shouldAgreeWhateverTheOrderOfArrivalBetweenPartitions() {
    List<List<TemplateCopy>> partitions =
        List.of(
            List.of(copy(0, 1, 10, false), copy(0, 2, 40, true), copy(0, 3, 60, false)),
            List.of(copy(1, 1, 20, false), copy(1, 2, 30, false)),
            List.of(copy(2, 1, 60, true), copy(2, 2, 61, false)));
    List<List<TemplateCopy>> orders = new ArrayList<>();
    interleave(partitions, new int[3], new ArrayList<>(), orders);
    assertThat(orders).hasSize(210);
    TemplateCopy winner = copy(2, 2, 61, false);
    assertThat(orders)
        .allSatisfy(
            order -> {
              TemplateCopies all = copies(order.toArray(TemplateCopy[]::new));
              assertThat(all.live()).isEqualTo(winner);
              assertThat(all.superseded())
                  .containsExactlyInAnyOrder(copy(0, 3, 60, false), copy(1, 2, 30, false));
            });
  }

  @Test
  void shouldForgetARepairedCopy() {
    TemplateCopies repaired = copies(OLD, NEW).without(OLD.partition(), OLD.offset());
    assertThat(repaired.live()).isEqualTo(NEW);
    assertThat(repaired.superseded()).isEmpty();
  }

  @Test
  void shouldNotLetARepairTakeWhatCameAfterItWasDecided() {
    TemplateCopy enrolledAgain = new TemplateCopy(0, 9, 300, false);
    TemplateCopies copies = copies(OLD, NEW, enrolledAgain);
    assertThat(copies.without(0, OLD.offset()).live()).isEqualTo(enrolledAgain);
  }

  @Test
  void shouldNotLetARepairTakeAnErasure() {
    TemplateCopy erased = new TemplateCopy(2, 2, 300, true);
    assertThat(copies(OLD, NEW, erased).without(2, 1).live()).isNull();
    assertThat(copies(OLD, NEW, erased).without(2, Long.MAX_VALUE).live()).isNull();
  }

  @Test
  void shouldReadUpToWhereARepairSpeaks() {
    assertThat(GalleryHeaders.supersededUpTo(bytes("41"), 50)).isEqualTo(41);
    assertThat(GalleryHeaders.supersededUpTo(bytes(GalleryHeaders.ALL_BEFORE), 50)).isEqualTo(49);
    assertThat(GalleryHeaders.supersededUpTo(bytes("-1"), 50)).isEqualTo(49);
    assertThat(GalleryHeaders.supersededUpTo(null, 50)).isEqualTo(49);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static TemplateCopy copy(int partition, long offset, long timestamp, boolean erased) {
    return new TemplateCopy(partition, offset, timestamp, erased);
  }

  private static TemplateCopies copies(TemplateCopy... inOrderOfArrival) {
    TemplateCopies copies = TemplateCopies.NONE;
    for (TemplateCopy copy : inOrderOfArrival) {
      copies = copies.with(copy);
    }
    return copies;
  }

  /** All orders in which the partitions' records can arrive; each partition's in its own order. */
  private static void interleave(
      List<List<TemplateCopy>> partitions,
      int[] taken,
      List<TemplateCopy> sofar,
      List<List<TemplateCopy>> orders) {
    boolean whole = true;
    for (int p = 0; p < taken.length; p++) {
      if (taken[p] < partitions.get(p).size()) {
        whole = false;
        sofar.add(partitions.get(p).get(taken[p]++));
        interleave(partitions, taken, sofar, orders);
        sofar.remove(sofar.size() - 1);
        taken[p]--;
      }
    }
    if (whole) {
      orders.add(List.copyOf(sofar));
    }
  }
}
