package io.facestream.client.gallery;

import io.facestream.wire.GalleryRecords;
import io.facestream.wire.Ids;
import io.facestream.wire.StrictUtf8;
import io.facestream.wire.TemplateCopies;
import io.facestream.wire.TemplateCopy;
import io.facestream.wire.UnusableRecordException;
import io.facestream.wire.proto.GalleryEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Folds the records of all partitions into what is enrolled, by the rule of the job. */
final class FoldedTemplates<T> {
  private final EntryCheck check;
  private final BiFunction<String, GalleryEntry, T> keep;
  private final Map<String, Kept<T>> byId = new HashMap<>();
  private final SortedMap<String, String> unusable = new TreeMap<>();
  private final SortedMap<Integer, Long> offsets = new TreeMap<>();
  private long withoutId;

  /**
   * A template.
   *
   * @param values by partition, what was kept of its template there
   */
  private record Kept<T>(TemplateCopies copies, Map<Integer, T> values) {}

  FoldedTemplates(EntryCheck check, BiFunction<String, GalleryEntry, T> keep) {
    this.check = check;
    this.keep = keep;
  }

  /** Takes in the next record of a partition. */
  void add(ConsumerRecord<byte[], byte[]> record) {
    offsets.put(record.partition(), record.offset());
    String id = idOf(record);
    if (id == null) {
      withoutId++; // not a template; the job puts such records into the dead-letter topic
      return;
    }
    GalleryEntry entry;
    try {
      entry = entry(record);
    } catch (UnusableRecordException e) {
      // As in the job: what is refused changes nothing.
      unusable.put(id, e.getMessage());
      return;
    }
    unusable.remove(id);
    take(id, record, entry);
  }

  /** The template a record is about, or null when its key cannot be one. */
  static String idOf(ConsumerRecord<byte[], byte[]> record) {
    return record.key() == null ? null : StrictUtf8.decode(record.key());
  }

  private GalleryEntry entry(ConsumerRecord<byte[], byte[]> record) throws UnusableRecordException {
    if (record.value() == null) {
      return null;
    }
    GalleryEntry entry =
        GalleryRecords.entry(
            GalleryRecords.templateId(record.key()), record.value(), record.timestamp());
    check.require(entry);
    return entry;
  }

  private void take(String id, ConsumerRecord<byte[], byte[]> record, GalleryEntry entry) {
    Kept<T> before = byId.get(id);
    TemplateCopies copies = after(before == null ? TemplateCopies.NONE : before.copies(), record);
    if (copies.copies().isEmpty()) {
      byId.remove(id);
      return;
    }
    T value = entry == null ? null : keep.apply(id, entry);
    byId.put(id, new Kept<>(copies, values(before, copies, record.partition(), value)));
  }

  private static TemplateCopies after(
      TemplateCopies before, ConsumerRecord<byte[], byte[]> record) {
    OptionalLong superseded = GalleryRepairs.supersededUpTo(record);
    if (superseded.isPresent()) {
      return before.without(record.partition(), superseded.getAsLong());
    }
    return before.with(
        new TemplateCopy(
            record.partition(), record.offset(), record.timestamp(), record.value() == null));
  }

  private static <T> Map<Integer, T> values(
      Kept<T> before, TemplateCopies copies, int partition, T value) {
    boolean alone = copies.copies().size() == 1 && copies.in(partition) != null;
    if (alone && value != null) {
      return Map.of(partition, value);
    }
    Map<Integer, T> values = new HashMap<>(before == null ? Map.of() : before.values());
    values.keySet().removeIf(other -> copies.in(other) == null || copies.in(other).erased());
    if (value != null) {
      values.put(partition, value);
    }
    return Map.copyOf(values);
  }

  /** Records that cannot be a template: no key, or none in UTF-8. */
  long withoutId() {
    return withoutId;
  }

  boolean anySuperseded() {
    return byId.values().stream().anyMatch(kept -> !kept.copies().superseded().isEmpty());
  }

  GallerySnapshot<T> snapshot() {
    Map<String, T> templates = new HashMap<>();
    Map<String, T> negativeExamples = new HashMap<>();
    TreeMap<String, List<TemplateCopy>> superseded = new TreeMap<>();
    byId.forEach(
        (id, kept) -> {
          TemplateCopy live = kept.copies().live();
          T value = live == null ? null : kept.values().get(live.partition());
          if (value != null) {
            (Ids.isNegativeExampleId(id) ? negativeExamples : templates).put(id, value);
          }
          if (!kept.copies().superseded().isEmpty()) {
            superseded.put(id, kept.copies().superseded());
          }
        });
    return new GallerySnapshot<>(templates, negativeExamples, superseded, unusable, offsets);
  }
}
