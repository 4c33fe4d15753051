package io.facestream.console.people;

import io.facestream.console.access.Caller;
import io.facestream.console.access.Scope;
import io.facestream.console.once.KeptAnswers;
import io.facestream.console.people.Erasure.Place;
import io.facestream.console.people.PeopleException.Reason;
import io.facestream.console.store.UtcInstants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Erases people and says of each place that held something of them when it is gone. */
public final class Erasures {
  private static final Map<String, String> TOPICS = new LinkedHashMap<>();

  static {
    TOPICS.put("frames", "Pictures of cameras, also of those who are not enrolled");
    TOPICS.put("verdicts", "Names and similarities of faces that were recognised");
    TOPICS.put("analyses", "What analysers said of faces, without a name");
    TOPICS.put("alerts", "Alerts that name the person");
    TOPICS.put("sightings", "Visits of the person");
    TOPICS.put("reviews", "What people found of alerts about the person");
  }

  private static final int PIECE = 200;

  /** No list has such a name. */
  private static final String NO_LISTS = "\n";

  private final Jdbi jdbi;
  private final PersonChanges changes;
  private final String galleryTopic;
  private final Function<String, Optional<Duration>> retention;
  private final Supplier<Map<Integer, Long>> jobHasRead;
  private final Told told;
  private final Clock clock;

  /** Is told of an erasure, in the same transaction. */
  @FunctionalInterface
  public interface Told {
    /**
     * Somebody is to be gone.
     *
     * @param personIds his own, then those that he was known by before merges
     * @param gone watchlists that he was on
     * @param left watchlists that he stays on; none where he is gone altogether
     * @param by the scope of who erases, which may fetch the receipt
     */
    void erased(
        Handle handle,
        String erasureId,
        List<String> personIds,
        List<String> gone,
        List<String> left,
        Scope by);
  }

  /**
   * @param galleryTopic its name
   * @param retention of a topic by what it is for (frames, verdicts …); empty when it is not known
   * @param jobHasRead the last offset of each partition of the gallery that the job had read when
   *     it answered last
   */
  public Erasures(
      Jdbi jdbi,
      PersonChanges changes,
      String galleryTopic,
      Function<String, Optional<Duration>> retention,
      Supplier<Map<Integer, Long>> jobHasRead,
      Told told,
      Clock clock) {
    this.jdbi = jdbi;
    this.changes = changes;
    this.galleryTopic = galleryTopic;
    this.retention = retention;
    this.jobHasRead = jobHasRead;
    this.told = told;
    this.clock = clock;
  }

  /**
   * Erases somebody.
   *
   * @throws PeopleException when there is nobody of that id, or the gallery cannot be written
   */
  public Erasure erase(Caller caller, String personId) {
    String id = UUID.randomUUID().toString();
    try {
      changes.erase(
          caller,
          personId,
          (handle, person, templates) -> store(handle, id, caller, person, templates));
    } catch (PeopleException e) {
      // Written down, it is done when the broker is back; the receipt says that it is not yet.
      if (e.reason() != Reason.BROKER_AWAY || find(id, caller.scope()).isEmpty()) {
        throw e;
      }
      return find(id, caller.scope()).orElseThrow();
    }
    noteEnds(id);
    return find(id, caller.scope()).orElseThrow();
  }

  private void store(Handle handle, String id, Caller caller, Person person, int templates) {
    handle
        .createUpdate(
            "INSERT INTO erasures (id, person_id, watchlists, at, templates, gallery_ends)"
                + " VALUES (:id, :person, :lists, :at, :templates, '')")
        .bind("id", id)
        .bind("person", person.personId())
        .bind("lists", made(caller.scope()))
        .bind("at", clock.instant())
        .bind("templates", templates)
        .execute();
    List<String> known = List.of(person.personId());
    if (templates > 0) {
      known = List.copyOf(MergeTable.forget(handle, person.personId()));
      ErasedPeople.forget(handle, id, known, galleryTopic);
    } else {
      // Some of those who were answered may see him no more.
      KeptAnswers.forget(handle, person.personId());
    }
    List<String> on = person.watchlists();
    List<String> left =
        templates > 0 ? List.of() : on.stream().filter(l -> !caller.scope().has(l)).toList();
    List<String> gone = on.stream().filter(list -> !left.contains(list)).toList();
    told.erased(handle, id, known, gone, left, caller.scope());
  }

  /** Who sees all is none of those who see no watchlist. */
  private static String made(Scope by) {
    return by.watchlists().map(l -> l.isEmpty() ? NO_LISTS : String.join("\n", l)).orElse("");
  }

  private void noteEnds(String id) {
    jdbi.useTransaction(
        handle ->
            handle
                .createUpdate("UPDATE erasures SET gallery_ends = :ends WHERE id = :id")
                .bind("ends", text(galleryEnds(handle)))
                .bind("id", id)
                .execute());
  }

  /** Ends with those that were left by a console that ended, or while the broker was away. */
  public void goOn() {
    List<String> left =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("SELECT id FROM erasures WHERE gallery_ends = ''")
                    .mapTo(String.class)
                    .list());
    if (!left.isEmpty()) {
      changes.whenDone(() -> left.forEach(this::noteEnds));
    }
  }

  /** The view has the tombstones by now, so they lie before these. */
  private Map<Integer, Long> galleryEnds(Handle handle) {
    Map<Integer, Long> ends = new TreeMap<>();
    handle
        .createQuery("SELECT part, next_offset FROM stream_positions WHERE topic = :topic")
        .bind("topic", galleryTopic)
        .map((row, context) -> ends.put(row.getInt("part"), row.getLong("next_offset")))
        .list();
    return ends;
  }

  private record Row(
      String id, String person, String lists, Instant at, int templates, String ends) {}

  /** Finds out which of the receipts that are older are complete by now, and notes it. */
  public void noteComplete(Instant before) {
    List<Row> some = List.of();
    do {
      Row last = some.isEmpty() ? null : some.get(some.size() - 1);
      some = jdbi.withHandle(handle -> open(handle, before, last));
      // Outside of a transaction, since a broker is asked.
      List<String> complete =
          some.stream().filter(row -> receipt(row).complete()).map(Row::id).toList();
      if (!complete.isEmpty()) {
        jdbi.useHandle(
            handle ->
                handle
                    .createUpdate("UPDATE erasures SET is_complete = TRUE WHERE id IN (<ids>)")
                    .bindList("ids", complete)
                    .execute());
      }
    } while (some.size() == PIECE);
  }

  /**
   * @param last null for the first
   */
  private static List<Row> open(Handle handle, Instant before, Row last) {
    return handle
        .createQuery(
            "SELECT * FROM erasures WHERE NOT is_complete AND at < :before AND"
                + " (at > :at OR at = :at AND id > :id) ORDER BY at, id LIMIT "
                + PIECE)
        .bind("before", before)
        .bind("at", last == null ? Instant.EPOCH : last.at())
        .bind("id", last == null ? "" : last.id())
        .map(Erasures::row)
        .list();
  }

  /**
   * Deletes some receipts that are older, and complete.
   *
   * @return how many they were
   */
  public static int deleteComplete(Handle handle, Instant before, int most) {
    return handle
        .createUpdate(
            "DELETE FROM erasures WHERE id IN (SELECT id FROM erasures"
                + " WHERE is_complete AND at < :before ORDER BY at LIMIT "
                + most
                + ")")
        .bind("before", before)
        .execute();
  }

  private static Row row(ResultSet found, StatementContext context) throws SQLException {
    return new Row(
        found.getString("id"),
        found.getString("person_id"),
        found.getString("watchlists"),
        UtcInstants.of(found, "at"),
        found.getInt("templates"),
        found.getString("gallery_ends"));
  }

  /** A receipt as of now; for who may see all, or made it within the same watchlists. */
  public Optional<Erasure> find(String id, Scope scope) {
    Optional<Row> row =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("SELECT * FROM erasures WHERE id = :id")
                    .bind("id", id)
                    .map(Erasures::row)
                    .findOne());
    return row.filter(found -> scope.watchlists().isEmpty() || found.lists().equals(made(scope)))
        .map(this::receipt);
  }

  private Erasure receipt(Row row) {
    List<Place> places = new ArrayList<>();
    if (row.templates() == 0) {
      places.add(
          new Place(
              "gallery", "gone", row.at(), "The person is on none of the watchlists you may see"));
      places.add(
          new Place(
              "events",
              "yours",
              null,
              "Sightings and alerts from before, which others see too, are shown until retention"
                  + " deletes them"));
    } else {
      boolean inView =
          !jdbi.withHandle(handle -> TemplateTable.ofPerson(handle, row.person(), Scope.ALL))
              .isEmpty();
      places.add(
          new Place(
              "gallery",
              inView ? "pending" : "gone",
              inView ? null : row.at(),
              "Templates and negative examples; the brokers' files lose them by compaction"));
      boolean read = covers(jobHasRead.get(), parse(row.ends()));
      places.add(
          new Place(
              "job",
              read ? "gone" : "pending",
              null,
              read
                  ? "The running job had read beyond the erasure when it answered last"
                  : "Known with the job's next answer to a picture"));
      places.add(new Place("photos", "gone", row.at(), "Pictures of the face, in the console"));
      places.add(
          new Place("events", "gone", row.at(), "Sightings, alerts and reviews, in the console"));
      places.add(
          new Place("merges", "gone", row.at(), "What was kept to undo merges into the person"));
      places.add(
          new Place("answers", "gone", row.at(), "Answers kept for requests that come again"));
    }
    TOPICS.forEach((topic, what) -> places.add(ofTopic(row, topic, what)));
    places.add(
        new Place(
            "search-back",
            "yours",
            null,
            "Embeddings of faces that were not recognised end with the time that the job searches back"));
    places.add(
        new Place(
            "savepoints",
            "yours",
            null,
            "Checkpoints are replaced by the next ones; delete savepoints made before "
                + row.at()));
    boolean complete = places.stream().noneMatch(place -> place.state().equals("pending"));
    return new Erasure(row.id(), row.person(), row.at(), complete, places);
  }

  private Place ofTopic(Row row, String topic, String what) {
    Instant ends = retention.apply(topic).map(age -> row.at().plus(age)).orElse(null);
    boolean gone = ends != null && !clock.instant().isBefore(ends);
    return new Place(
        "topic-" + topic,
        gone ? "gone" : "pending",
        ends,
        what + "; deleted by the topic's retention");
  }

  private static boolean covers(Map<Integer, Long> read, Map<Integer, Long> ends) {
    return !ends.isEmpty()
        && ends.entrySet().stream()
            .allMatch(end -> end.getValue() <= 1 + read.getOrDefault(end.getKey(), -1L));
  }

  private static String text(Map<Integer, Long> ends) {
    List<String> parts = new ArrayList<>();
    ends.forEach((part, end) -> parts.add(part + ":" + end));
    return String.join(",", parts);
  }

  private static Map<Integer, Long> parse(String text) {
    Map<Integer, Long> ends = new TreeMap<>();
    for (String part : text.isEmpty() ? new String[0] : text.split(",")) {
      String[] fields = part.split(":");
      ends.put(Integer.valueOf(fields[0]), Long.valueOf(fields[1]));
    }
    return ends;
  }
}
