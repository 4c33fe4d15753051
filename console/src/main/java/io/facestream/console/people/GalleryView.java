package io.facestream.console.people;

import io.facestream.client.gallery.GalleryRepairs;
import io.facestream.wire.GalleryRecords;
import io.facestream.wire.Printable;
import io.facestream.wire.UnusableRecordException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gallery as the database has it: what the job takes for a template, and nothing else. */
public final class GalleryView {
  private static final Logger LOG = LoggerFactory.getLogger(GalleryView.class);

  private GalleryView() {}

  /** Takes records of the topic into the view; of two of an id the later one counts. */
  public static void store(
      Handle handle, String topicId, List<ConsumerRecord<byte[], byte[]>> records) {
    TemplateTable.deleteOfOthers(handle, topicId);
    for (ConsumerRecord<byte[], byte[]> record : records) {
      try {
        store(handle, topicId, record);
      } catch (UnusableRecordException e) {
        LOG.warn(
            "Record {}-{} of the gallery is passed over: {}",
            record.partition(),
            record.offset(),
            Printable.of(e.getMessage(), 200));
      }
    }
  }

  private static void store(Handle handle, String topicId, ConsumerRecord<byte[], byte[]> record)
      throws UnusableRecordException {
    String templateId = GalleryRecords.templateId(record.key());
    OptionalLong superseded = GalleryRepairs.supersededUpTo(record);
    if (superseded.isPresent()) {
      TemplateTable.deleteSuperseded(
          handle, templateId, record.partition(), superseded.getAsLong());
      return;
    }
    Instant written = Instant.ofEpochMilli(record.timestamp());
    if (record.value() == null) {
      TemplateTable.erase(handle, templateId, written);
      return;
    }
    TemplateTable.put(
        handle,
        templateId,
        GalleryRecords.entry(templateId, record.value(), record.timestamp()),
        new TemplateTable.Place(topicId, record.partition(), record.offset(), written));
  }
}
