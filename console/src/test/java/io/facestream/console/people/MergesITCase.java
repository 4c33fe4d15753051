package io.facestream.console.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.facestream.client.KafkaConnection;
import io.facestream.client.gallery.GalleryTopic;
import io.facestream.client.gallery.GalleryWriter;
import io.facestream.console.DeskTopics;
import io.facestream.console.access.Caller;
import io.facestream.console.access.Noted;
import io.facestream.console.access.Right;
import io.facestream.console.access.Scope;
import io.facestream.console.follow.StoredFollower;
import io.facestream.console.people.PeopleException.Reason;
import io.facestream.console.store.Database;
import io.facestream.console.testing.OnEachDatabase;
import io.facestream.console.testing.TestBroker;
import io.facestream.console.testing.TestClock;
import io.facestream.console.testing.TestDatabase;
import io.facestream.console.testing.Until;
import io.facestream.wire.proto.GalleryEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;

@Tag("thorough")
@Timeout(120)
@OnEachDatabase
class MergesITCase {
  private static final Noted UNSAID = (handle, actor, action, subject, details) -> {};
  private static final Caller ALL = Caller.COMMAND;
  private static final String EXAMPLE = "not/ada/lobby@0-7#0";

  @Parameter private TestDatabase kind;

  private final TestClock clock = new TestClock();
  private Database database;
  private Jdbi jdbi;
  private GalleryTopic topic;
  private StoredFollower follower;
  private GalleryChanges changes;
  private People people;
  private Merges merges;

  @BeforeEach
  void start() {
    DeskTopics desk = TestBroker.fresh();
    database = Database.open(kind.fresh());
    jdbi = database.jdbi();
    topic = new GalleryTopic(desk.connection(), desk.topics().gallery().name());
    follower =
        StoredFollower.start(
            desk.connection(), topic.name(), jdbi, GalleryView::store, records -> {});
    changes = new GalleryChanges(jdbi, database.turns(), topic, () -> false);
    people = new People(jdbi);
    merges = new Merges(jdbi, people, changes, UNSAID, clock);
    write("ada/one", entry("ada", "Ada", "staff").putAttributes("room", "12").build());
    write("ada/two", entry("ada", "Ada L", "staff").setThreshold(0.5f).build());
    write("bob/one", entry("bob", "Bob", "guests").setValidUntil(4_000_000_000_000L).build());
    write(
        EXAMPLE,
        GalleryEntry.newBuilder()
            .setNotPersonId("ada")
            .setModelId("e")
            .addEmbedding(1)
            .setValidUntil(Clock.systemUTC().millis() + Duration.ofDays(9).toMillis())
            .build());
    jdbi.useHandle(
        handle -> TemplateTable.putPicture(handle, "ada/one", new byte[] {7}, Instant.EPOCH));
  }

  @AfterEach
  void end() {
    follower.close();
    database.close();
  }

  private static GalleryEntry.Builder entry(String person, String name, String watchlist) {
    return GalleryEntry.newBuilder()
        .setPersonId(person)
        .setName(name)
        .setModelId("e")
        .addWatchlists(watchlist)
        .addEmbedding(1)
        .setQuality(0.5f);
  }

  private void write(String id, GalleryEntry entry) {
    changes.write(Map.of(id, Optional.of(entry)), handle -> {});
  }

  /** All that the view has. */
  private Map<String, GalleryEntry> gallery() {
    Map<String, GalleryEntry> all = new TreeMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery("SELECT template_id FROM templates")
                .mapTo(String.class)
                .forEach(
                    id -> TemplateTable.entry(handle, id).ifPresent(entry -> all.put(id, entry))));
    return all;
  }

  private int kept() {
    return jdbi.withHandle(
        handle ->
            handle.createQuery("SELECT COUNT(*) FROM merged_templates").mapTo(int.class).one());
  }

  private boolean hasPicture(String id) {
    return jdbi.withHandle(handle -> TemplateTable.picture(handle, id)).isPresent();
  }

  private Reason refusal(Caller caller, String merge) {
    return catchThrowableOfType(PeopleException.class, () -> merges.undo(caller, merge)).reason();
  }

  private static Caller of(String... watchlists) {
    return new Caller("key:x", "x", Set.of(Right.ENROL), Scope.of(List.of(watchlists)));
  }

  @Test
  void shouldMoveAllPhotosAndRestoreThemAsTheyWere() {
    Map<String, GalleryEntry> before = gallery();
    Merge merge = merges.merge(ALL, "ada", "bob");

    Map<String, GalleryEntry> merged = gallery();
    assertThat(merged).hasSize(4).containsKeys("bob/one", "bob/two", "not/bob/lobby@0-7#0");
    assertThat(merged.values()).noneMatch(entry -> entry.getPersonId().equals("ada"));
    assertThat(merged.get("bob/one")).isEqualTo(before.get("bob/one"));
    GalleryEntry moved = merged.get("bob/two");
    assertThat(moved.getName()).isEqualTo("Bob");
    assertThat(moved.getWatchlistsList()).containsExactly("guests");
    assertThat(moved.hasThreshold()).isFalse();
    assertThat(moved.getValidUntil()).isEqualTo(4_000_000_000_000L);
    assertThat(merge.photos()).hasSize(2).contains("two").doesNotContain("one");
    assertThat(hasPicture("bob/" + merge.photos().get(0))).isTrue();
    assertThat(merge.undoUntil()).isEqualTo(clock.instant().plus(Duration.ofDays(7)));

    assertThat(merges.undo(ALL, merge.mergeId()).personId()).isEqualTo("ada");
    assertThat(gallery()).isEqualTo(before);
    assertThat(hasPicture("ada/one")).isTrue();
    assertThat(kept()).isZero();
    assertThat(refusal(ALL, merge.mergeId())).isEqualTo(Reason.UNDO_ENDED);
  }

  /** Nothing written; photos with both; all written and not noted. */
  @Test
  void shouldGoOnWithAMergeThatWasLeftAtAnyPoint() {
    Map<String, GalleryEntry> before = gallery();
    for (int point = 0; point < 3; point++) {
      Merges dying = new Merges(jdbi, people, stuck(), UNSAID, clock);
      catchThrowableOfType(PeopleException.class, () -> dying.merge(ALL, "ada", "bob"));
      assertThat(gallery()).isEqualTo(before);
      if (point > 0) {
        write("bob/two", PersonFacts.ofPerson(before.get("ada/two").toBuilder(), bob()).build());
      }
      if (point > 1) {
        erase("ada/two");
      }
      changes.goOn();
      assertThat(gallery()).as("point %s", point).hasSize(4).containsKey("bob/two");
      assertThat(people.find("ada", Scope.ALL)).isEmpty();
      merges.undo(ALL, lastMerge());
      assertThat(gallery()).as("point %s", point).isEqualTo(before);
    }
  }

  /** Those of a console that comes to nothing when it begins to write. */
  private GalleryChanges stuck() {
    GalleryTopic nowhere = new GalleryTopic(KafkaConnection.to("nowhere.invalid:1"), "gallery");
    return new GalleryChanges(jdbi, database.turns(), nowhere, () -> false);
  }

  private static GalleryEntry bob() {
    return entry("bob", "Bob", "guests").setValidUntil(4_000_000_000_000L).build();
  }

  private String lastMerge() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT id FROM merges WHERE state = 'merged'")
                .mapTo(String.class)
                .one());
  }

  @Test
  void shouldGoOnWithAnUndoThatWasLeft() {
    Map<String, GalleryEntry> before = gallery();
    String merge = merges.merge(ALL, "ada", "bob").mergeId();
    Merges dying = new Merges(jdbi, people, stuck(), UNSAID, clock);
    catchThrowableOfType(PeopleException.class, () -> dying.undo(ALL, merge));
    write("ada/two", before.get("ada/two"));
    changes.goOn();
    assertThat(gallery()).isEqualTo(before);
  }

  /** As from the command line: the console sees tombstones only. */
  @Test
  void shouldForgetWhatItKeepsOfAPhotoThatIsErased() {
    write("cy/one", entry("cy", "Cy", "guests").build());
    String first = merges.merge(ALL, "ada", "bob").mergeId();
    String second = merges.merge(ALL, "bob", "cy").mergeId();
    assertThat(kept()).isEqualTo(3 + 4);
    assertThat(refusal(ALL, first)).isEqualTo(Reason.MERGED_ON);

    erase("cy/two");
    assertThat(kept()).isEqualTo(3 + 4 - 2);
    merges.undo(ALL, second);
    merges.undo(ALL, first);
    assertThat(gallery()).containsKeys("ada/one", "bob/one", "cy/one", EXAMPLE).hasSize(4);
  }

  private void erase(String id) {
    try (GalleryWriter writer = GalleryWriter.open(topic)) {
      writer.erase(id);
    }
    Until.holds(() -> assertThat(gallery()).doesNotContainKey(id));
  }

  @Test
  void shouldForgetAllWithThePersonUnderEachOfHisIds() {
    write("cy/one", entry("cy", "Cy", "guests").build());
    merges.merge(ALL, "ada", "bob");
    merges.merge(ALL, "bob", "cy");
    Set<String> ids = jdbi.inTransaction(handle -> MergeTable.forget(handle, "cy"));
    assertThat(ids).containsExactly("cy", "bob", "ada");
    assertThat(kept()).isZero();
  }

  @Test
  void shouldForgetNobodyWhoHasTakenAFormerId() {
    merges.merge(ALL, "ada", "bob");
    write("ada/three", entry("ada", "Other", "staff").build());
    Set<String> ids = jdbi.inTransaction(handle -> MergeTable.forget(handle, "bob"));
    assertThat(ids).containsExactly("bob");
    assertThat(kept()).isZero();
  }

  @Test
  void shouldListWhatCanBeUndoneByWhoMay() {
    OpenMerges open = new OpenMerges(jdbi, people, clock);
    assertThat(open.into("bob", Scope.ALL)).contains(List.of());
    String merge = merges.merge(ALL, "ada", "bob").mergeId();
    OpenMerges.OpenMerge listed = open.into("bob", Scope.ALL).orElseThrow().get(0);
    assertThat(listed.mergeId()).isEqualTo(merge);
    assertThat(listed.from()).isEqualTo("ada");
    assertThat(listed.name()).isEqualTo("Ada");
    assertThat(listed.photos()).isEqualTo(2);
    assertThat(open.into("ada", Scope.ALL)).isEmpty();
    assertThat(open.into("bob", Scope.of(List.of("staff")))).isEmpty();
    assertThat(open.into("bob", Scope.of(List.of("guests")))).contains(List.of());
    assertThat(open.into("bob", Scope.of(List.of("guests", "staff"))).orElseThrow()).hasSize(1);
    clock.pass(Merges.UNDO);
    assertThat(open.into("bob", Scope.ALL)).contains(List.of());
  }

  @Test
  void shouldNotUndoAfterSevenDays() {
    String merge = merges.merge(ALL, "ada", "bob").mergeId();
    clock.pass(Merges.UNDO.minusSeconds(1));
    merges.dropEnded();
    assertThat(kept()).isEqualTo(3);
    clock.pass(Duration.ofSeconds(1));
    assertThat(refusal(ALL, merge)).isEqualTo(Reason.UNDO_ENDED);
    merges.dropEnded();
    assertThat(kept()).isZero();
  }

  @Test
  void shouldLeaveNobodyWithoutAPhoto() {
    Merge merge = merges.merge(ALL, "ada", "bob");
    new PersonChanges(jdbi, people, changes, UNSAID).removePhoto(ALL, "bob", "one");
    assertThat(refusal(ALL, merge.mergeId())).isEqualTo(Reason.LAST_PHOTO);
    write("bob/three", entry("bob", "Bob", "guests").build());
    merges.undo(ALL, merge.mergeId());
    assertThat(gallery()).containsKeys("ada/one", "ada/two", "bob/three").hasSize(4);
  }

  @Test
  void shouldNotSplitOffWhoseIdIsTakenAgain() {
    String merge = merges.merge(ALL, "ada", "bob").mergeId();
    write("ada/three", entry("ada", "Other", "staff").build());
    assertThat(refusal(ALL, merge)).isEqualTo(Reason.ALREADY_ENROLLED);
  }

  @Test
  void shouldTellNothingOfPeopleOutsideTheScope() {
    assertThat(refused(of("staff"), "ada", "bob")).isEqualTo(Reason.NOT_FOUND);
    assertThat(refused(of("guests"), "ada", "bob")).isEqualTo(Reason.NOT_FOUND);
    assertThat(refused(ALL, "ada", "ada")).isEqualTo(Reason.INVALID);
    write("bob/one", entry("bob", "Bob", "guests").addWatchlists("vip").build());
    assertThat(refused(of("staff", "guests"), "ada", "bob")).isEqualTo(Reason.SHARED);
    write("bob/one", entry("bob", "Bob", "guests").build());

    String merge = merges.merge(of("staff", "guests"), "ada", "bob").mergeId();
    assertThat(refusal(of("vip"), merge)).isEqualTo(Reason.NOT_FOUND);
    assertThat(refusal(of("staff"), merge)).isEqualTo(Reason.NOT_FOUND);
    assertThat(refusal(of("guests"), merge)).isEqualTo(Reason.NOT_FOUND);
    assertThat(refusal(ALL, UUID.randomUUID().toString())).isEqualTo(Reason.NOT_FOUND);
    assertThat(merges.undo(of("staff", "guests"), merge).personId()).isEqualTo("ada");
  }

  private Reason refused(Caller caller, String from, String into) {
    return catchThrowableOfType(PeopleException.class, () -> merges.merge(caller, from, into))
        .reason();
  }
}
