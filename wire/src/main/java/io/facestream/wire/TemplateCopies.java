package io.facestream.wire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the partitions of {@code gallery} say about one template, and which of them is right.
 *
 * <p>A template belongs into one partition, that of its key. It is in several after partitions were
 * added to the topic, or when a client hashes keys otherwise. Kafka keeps no order between
 * partitions, and compaction leaves the last word of each, so whoever reads the gallery folds those
 * by the same rule: within a partition the later offset wins; between partitions the later
 * timestamp does, and at one time the erasure. The result depends on neither the order of arrival
 * nor on what compaction has left.
 *
 * <p>What is superseded has to leave the topic, too: once compaction drops the tombstone that
 * erased it from another partition, it would count again. A <em>repair</em> does that, a tombstone
 * that speaks of one partition only ({@link GalleryHeaders#SUPERSEDED}).
 *
 * @param copies at most one of each partition
 */
public record TemplateCopies(List<TemplateCopy> copies) {
  /** No partition says anything. */
  public static final TemplateCopies NONE = new TemplateCopies(List.of());

  /** At one time erasures come last; between templates any order will do that all agree on. */
  private static final Comparator<TemplateCopy> BY_TIME =
      Comparator.comparingLong(TemplateCopy::timestamp)
          .thenComparing(TemplateCopy::erased)
          .thenComparingInt(TemplateCopy::partition);

  public TemplateCopies {
    copies = List.copyOf(copies);
  }

  /** After another record of the same template, which is later than all others of its partition. */
  public TemplateCopies with(TemplateCopy later) {
    List<TemplateCopy> all = except(later.partition());
    all.add(later);
    return new TemplateCopies(all);
  }

  /**
   * After a repair. An erasure stays: a repair takes a superseded template out of its partition and
   * must not make anybody forget that the person was erased.
   *
   * @param partition the partition it speaks of
   * @param upTo the last offset it speaks of; what came later, it does not know
   */
  public TemplateCopies without(int partition, long upTo) {
    for (TemplateCopy copy : copies) {
      if (copy.partition() == partition && !copy.erased() && copy.offset() <= upTo) {
        return new TemplateCopies(except(partition));
      }
    }
    return this;
  }

  /** The copy that counts, or null when the template is erased or nobody speaks of it. */
  public TemplateCopy live() {
    TemplateCopy last = last();
    return last == null || last.erased() ? null : last;
  }

  /**
   * Templates in partitions where they must not stay, because another one has a later template or
   * erasure. Empty for nearly every template there is.
   */
  public List<TemplateCopy> superseded() {
    TemplateCopy last = last();
    return copies.stream().filter(copy -> !copy.erased() && copy != last).toList();
  }

  /** What this partition says, or null. */
  public TemplateCopy in(int partition) {
    for (TemplateCopy copy : copies) {
      if (copy.partition() == partition) {
        return copy;
      }
    }
    return null;
  }

  private TemplateCopy last() {
    return copies.stream().max(BY_TIME).orElse(null);
  }

  private List<TemplateCopy> except(int partition) {
    List<TemplateCopy> others = new ArrayList<>(copies.size() + 1);
    for (TemplateCopy copy : copies) {
      if (copy.partition() != partition) {
        others.add(copy);
      }
    }
    return others;
  }
}
