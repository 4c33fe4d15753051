package io.facestream.console.people;

import com.google.protobuf.InvalidProtocolBufferException;
import io.facestream.console.access.Scope;
import io.facestream.wire.NegativeExamples;
import io.facestream.wire.proto.GalleryEntry;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The tables {@code templates}, {@code template_watchlists} and {@code photos}. */
final class TemplateTable {
  private static final String VISIBLE =
      " AND EXISTS (SELECT 1 FROM template_watchlists w JOIN templates o"
          + " ON o.template_id = w.template_id WHERE o.person_id = t.person_id"
          + " AND w.watchlist IN (<lists>))";

  private static final String ON_LIST =
      " AND EXISTS (SELECT 1 FROM template_watchlists l WHERE l.template_id ="
          + " t.template_id AND l.watchlist = :watchlist)";

  private TemplateTable() {}

  /**
   * Where a record lies.
   *
   * @param topicId another when the topic was made anew
   */
  record Place(String topicId, int part, long offset, Instant written) {}

  /** What a topic of the same name held that is no more. */
  static void deleteOfOthers(Handle handle, String topicId) {
    handle
        .createUpdate("DELETE FROM templates WHERE topic_id <> :id")
        .bind("id", topicId)
        .execute();
  }

  /** Stores it, unless a later record of the same id is there already. */
  static void put(Handle handle, String templateId, GalleryEntry entry, Place place) {
    if (deleteNotLater(handle, templateId, place.written()) == 0 && isThere(handle, templateId)) {
      return;
    }
    boolean example = NegativeExamples.is(entry);
    String person = example ? "" : entry.getPersonId();
    handle
        .createUpdate(
            "INSERT INTO templates (template_id, topic_id, part, position, written, person_id,"
                + " about, search_text, enrolled_at, entry) VALUES (:id, :topic, :part, :position,"
                + " :written, :person, :about, :text, :enrolled, :entry)")
        .bind("id", templateId)
        .bind("topic", place.topicId())
        .bind("part", place.part())
        .bind("position", place.offset())
        .bind("written", place.written())
        .bind("person", person)
        .bind("about", example ? entry.getNotPersonId() : null)
        .bind("text", searched(entry))
        .bindByType(
            "enrolled",
            entry.hasEnrolledAt()
                ? Instant.ofEpochSecond(
                    entry.getEnrolledAt().getSeconds(), entry.getEnrolledAt().getNanos())
                : null,
            Instant.class)
        .bind("entry", entry.toByteArray())
        .execute();
    for (String watchlist : new LinkedHashSet<>(entry.getWatchlistsList())) {
      handle
          .createUpdate("INSERT INTO template_watchlists (template_id, watchlist) VALUES (:i, :w)")
          .bind("i", templateId)
          .bind("w", watchlist)
          .execute();
    }
  }

  private static String searched(GalleryEntry entry) {
    return folded(entry.getName() + "\n" + entry.getPersonId()).replace("\0", "");
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static boolean isThere(Handle handle, String templateId) {
    return handle
            .createQuery("SELECT COUNT(*) FROM templates WHERE template_id = :id")
            .bind("id", templateId)
            .mapTo(int.class)
            .one()
        > 0;
  }

  /** Whether there is a template of somebody that is later than that. */
  static boolean isWrittenAfter(Handle handle, String personId, Instant at) {
    return handle
            .createQuery(
                "SELECT COUNT(*) FROM templates WHERE person_id = :person AND written > :at")
            .bind("person", personId)
            .bind("at", at)
            .mapTo(int.class)
            .one()
        > 0;
  }

  /** Erased: its picture goes too, and what a merge keeps of it. */
  static void erase(Handle handle, String templateId, Instant written) {
    if (deleteNotLater(handle, templateId, written) > 0) {
      deletePicture(handle, templateId);
      MergeTable.forgetTemplate(handle, templateId);
    }
  }

  private static int deleteNotLater(Handle handle, String templateId, Instant written) {
    return handle
        .createUpdate("DELETE FROM templates WHERE template_id = :id AND written <= :written")
        .bind("id", templateId)
        .bind("written", written)
        .execute();
  }

  /** Of a partition that a template does not belong to, up to an offset. */
  static void deleteSuperseded(Handle handle, String templateId, int part, long upTo) {
    handle
        .createUpdate(
            "DELETE FROM templates WHERE template_id = :id AND part = :part AND position <= :upTo")
        .bind("id", templateId)
        .bind("part", part)
        .bind("upTo", upTo)
        .execute();
  }

  /** Templates of a person, in the order of their ids; none for one outside the scope. */
  static List<Template> ofPerson(Handle handle, String personId, Scope scope) {
    return templates(
        scoped(
                handle.createQuery(
                    "SELECT t.template_id, t.entry, p.template_id AS pictured FROM templates t"
                        + " LEFT JOIN photos p ON p.template_id = t.template_id"
                        + " WHERE t.person_id = :person"
                        + visible(scope)
                        + " ORDER BY t.template_id"),
                scope)
            .bind("person", personId));
  }

  /** The entry of a template. */
  static Optional<GalleryEntry> entry(Handle handle, String templateId) {
    return handle
        .createQuery("SELECT entry FROM templates WHERE template_id = :id")
        .bind("id", templateId)
        .mapTo(byte[].class)
        .findOne()
        .map(TemplateTable::entry);
  }

  /** Ids of people in order. */
  static List<String> people(
      Handle handle, Scope scope, String text, String watchlist, String after, int most) {
    String condition = text == null ? "" : " AND t.search_text LIKE :text ESCAPE '!'";
    String onList = watchlist == null ? "" : ON_LIST;
    Query query =
        scoped(
                handle.createQuery(
                    "SELECT DISTINCT t.person_id FROM templates t WHERE t.about IS NULL"
                        + " AND t.person_id > :after"
                        + condition
                        + onList
                        + visible(scope)
                        + " ORDER BY t.person_id LIMIT "
                        + most),
                scope)
            .bind("after", after);
    if (text != null) {
      query.bind("text", "%" + folded(text).replaceAll("([!%_])", "!$1") + "%");
    }
    if (watchlist != null) {
      query.bind("watchlist", watchlist);
    }
    return query.mapTo(String.class).list();
  }

  /**
   * Some templates of people in the order of their ids, behind one; without their pictures.
   *
   * @param watchlist null for all
   */
  static List<Template> piece(
      Handle handle, Scope scope, String watchlist, String after, int most) {
    Query query =
        scoped(
                handle.createQuery(
                    "SELECT t.template_id, t.entry, NULL AS pictured FROM templates t"
                        + " WHERE t.about IS NULL AND t.template_id > :after"
                        + (watchlist == null ? "" : ON_LIST)
                        + visible(scope)
                        + " ORDER BY t.template_id LIMIT "
                        + most),
                scope)
            .bind("after", after);
    if (watchlist != null) {
      query.bind("watchlist", watchlist);
    }
    return templates(query);
  }

  private static String visible(Scope scope) {
    return scope.watchlists().isEmpty() ? "" : VISIBLE;
  }

  private static Query scoped(Query query, Scope scope) {
    scope
        .watchlists()
        .ifPresent(
            lists -> query.bindList("lists", lists.isEmpty() ? List.of("\n") : List.copyOf(lists)));
    return query;
  }

  /** Ids of negative examples about somebody. */
  static List<String> examplesAbout(Handle handle, String personId) {
    return handle
        .createQuery("SELECT template_id FROM templates WHERE about = :person")
        .bind("person", personId)
        .mapTo(String.class)
        .list();
  }

  private static List<Template> templates(Query query) {
    return query
        .map(
            (row, context) ->
                new Template(
                    row.getString("template_id"),
                    entry(row.getBytes("entry")),
                    row.getString("pictured") != null))
        .list();
  }

  static GalleryEntry entry(byte[] bytes) {
    try {
      return GalleryEntry.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("The view of the gallery is damaged", e);
    }
  }

  static void putPicture(Handle handle, String templateId, byte[] jpeg, Instant now) {
    deletePicture(handle, templateId);
    handle
        .createUpdate("INSERT INTO photos (template_id, taken, jpeg) VALUES (:id, :now, :jpeg)")
        .bind("id", templateId)
        .bind("now", now)
        .bind("jpeg", jpeg)
        .execute();
  }

  /**
   * Notes that a picture waits for its template.
   *
   * @param since null when it waits no more
   */
  static void awaitTemplate(Handle handle, String templateId, Instant since) {
    handle
        .createUpdate("UPDATE photos SET awaits_since = :since WHERE template_id = :id")
        .bindByType("since", since, Instant.class)
        .bind("id", templateId)
        .execute();
  }

  /** Deletes pictures that have waited in vain since a time. */
  static void dropUnused(Handle handle, Instant before) {
    String there = "EXISTS (SELECT 1 FROM templates t WHERE t.template_id = photos.template_id)";
    handle
        .createUpdate(
            "UPDATE photos SET awaits_since = NULL WHERE awaits_since < :before AND " + there)
        .bind("before", before)
        .execute();
    handle
        .createUpdate("DELETE FROM photos WHERE awaits_since < :before AND NOT " + there)
        .bind("before", before)
        .execute();
  }

  /** The same face under another id, too. */
  static void copyPicture(Handle handle, String from, String to, Instant now) {
    picture(handle, from).ifPresent(jpeg -> putPicture(handle, to, jpeg, now));
  }

  static void deletePicture(Handle handle, String templateId) {
    handle
        .createUpdate("DELETE FROM photos WHERE template_id = :id")
        .bind("id", templateId)
        .execute();
  }

  static Optional<byte[]> picture(Handle handle, String templateId) {
    return handle
        .createQuery("SELECT jpeg FROM photos WHERE template_id = :id")
        .bind("id", templateId)
        .mapTo(byte[].class)
        .findOne();
  }
}
