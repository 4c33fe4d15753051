package io.facestream.client.cameras;

import io.facestream.wire.CameraRecords;
import io.facestream.wire.UnusableRecordException;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the records of the topic come to, one after the other. One that is no camera leaves in force
 * what was before it.
 */
final class CameraView {
  private final Map<String, StoredCamera> byName = new TreeMap<>();
  private final Consumer<String> refused;

  /**
   * @param refused told of each record that is no camera, without its address
   */
  CameraView(Consumer<String> refused) {
    this.refused = refused;
  }

  void take(ConsumerRecord<byte[], byte[]> record) {
    try {
      String name = CameraRecords.key(record.key());
      if (record.value() == null) {
        byName.remove(name);
      } else {
        byName.put(
            name,
            new StoredCamera(
                CameraRecords.source(record.value()),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp())));
      }
    } catch (UnusableRecordException e) {
      refused.accept(
          String.format(
              Locale.ROOT,
              "record %d-%d of topic '%s': %s",
              record.partition(),
              record.offset(),
              record.topic(),
              e.getMessage()));
    }
  }

  /** By their names, as they are now. */
  Map<String, StoredCamera> byName() {
    return Collections.unmodifiableMap(new TreeMap<>(byName));
  }
}
