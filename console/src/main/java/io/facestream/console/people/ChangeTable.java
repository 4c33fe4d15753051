package io.facestream.console.people;

import io.facestream.wire.proto.GalleryEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table {@code gallery_changes}: the change of several templates that is under way. */
final class ChangeTable {
  private ChangeTable() {}

  static void add(Handle handle, Map<String, Optional<GalleryEntry>> change) {
    change.forEach(
        (id, entry) ->
            handle
                .createUpdate("INSERT INTO gallery_changes (template_id, entry) VALUES (:i, :e)")
                .bind("i", id)
                .bindByType("e", entry.map(GalleryEntry::toByteArray).orElse(null), byte[].class)
                .execute());
  }

  static boolean isEmpty(Handle handle) {
    return handle.createQuery("SELECT COUNT(*) FROM gallery_changes").mapTo(int.class).one() == 0;
  }

  static Map<String, Optional<GalleryEntry>> all(Handle handle) {
    Map<String, Optional<GalleryEntry>> all = new LinkedHashMap<>();
    handle
        .createQuery("SELECT template_id, entry FROM gallery_changes ORDER BY template_id")
        .map(
            (row, context) -> {
              byte[] entry = row.getBytes("entry");
              return all.put(
                  row.getString("template_id"),
                  Optional.ofNullable(entry).map(TemplateTable::entry));
            })
        .list();
    return all;
  }

  static void clear(Handle handle) {
    handle.execute("DELETE FROM gallery_changes");
  }
}
