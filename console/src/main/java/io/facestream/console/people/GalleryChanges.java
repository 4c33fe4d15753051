package io.facestream.console.people;

import io.facestream.client.gallery.GalleryTopic;
import io.facestream.client.gallery.GalleryWriter;
import io.facestream.console.people.PeopleException.Reason;
import io.facestream.console.store.Turns;
import io.facestream.wire.FacestreamException;
import io.facestream.wire.proto.GalleryEntry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes to the gallery's topic, and waits until the view has it, so that who asks again sees it.
 * Who looks at what is there before he changes it does so alone. A change of several records is in
 * the database before the first is written: one that was left in the middle, by a console that
 * ended or a broker that went away, is done before anything else is changed, so nobody ever changes
 * half of something.
 */
public final class GalleryChanges {
  /** For the broker to take a change, and for the view to have it. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final long GLANCE_MILLIS = 20;

  /** A change that several steps make, which knows by itself what is left of it. */
  interface Left {
    boolean isThere();

    /** Does the rest; alone. */
    void goOn();
  }

  private final Jdbi jdbi;
  private final Turns turns;
  private final GalleryTopic topic;
  private final BooleanSupplier away;
  private Left others;

  /**
   * @param topic null for none: nothing can be changed
   * @param away whether it is known that the topic cannot be reached
   */
  public GalleryChanges(Jdbi jdbi, Turns turns, GalleryTopic topic, BooleanSupplier away) {
    this.jdbi = jdbi;
    this.turns = turns;
    this.topic = topic;
    this.away = away;
  }

  /** What is gone on with, too. */
  void goOnWith(Left left) {
    others = left;
  }

  /** While nobody else changes anything, at whatever console. */
  <T> T alone(Supplier<T> work) {
    requireBroker();
    return turns.alone(
        () -> {
          finish();
          return work.get();
        });
  }

  /** While others add photos too, and nobody changes what is there. */
  <T> T besideOthers(Supplier<T> work) {
    requireBroker();
    while (true) {
      Optional<T> done =
          turns.besideOthers(() -> isLeft() ? Optional.empty() : Optional.of(work.get()));
      if (done.isPresent()) {
        return done.get();
      }
      goOn();
    }
  }

  /** Does what was left; what cannot be done now is tried another time. */
  public void goOn() {
    if (topic != null && isLeft()) {
      alone(() -> null);
    }
  }

  private boolean isLeft() {
    return !jdbi.withHandle(ChangeTable::isEmpty) || others != null && others.isThere();
  }

  private void finish() {
    Map<String, Optional<GalleryEntry>> left = jdbi.withHandle(ChangeTable::all);
    if (!left.isEmpty()) {
      write(left, ChangeTable::clear);
    }
    if (others != null && others.isThere()) {
      others.goOn();
    }
  }

  private void requireBroker() {
    if (topic == null) {
      throw new PeopleException(Reason.BROKER_AWAY, "This console has no broker");
    }
    if (away.getAsBoolean()) {
      throw new PeopleException(Reason.BROKER_AWAY, "The gallery cannot be reached");
    }
  }

  /**
   * Several records, all of which will be there, even if this fails; alone.
   *
   * @param noted what is stored with it, before
   * @throws PeopleException when the broker goes away in the middle
   */
  void writeWhole(Map<String, Optional<GalleryEntry>> change, Consumer<Handle> noted) {
    jdbi.useTransaction(
        handle -> {
          noted.accept(handle);
          ChangeTable.add(handle, change);
        });
    write(change, ChangeTable::clear);
  }

  /**
   * Puts those that are there, and then erases the others: were the process to end in between,
   * there would be too much and not too little.
   *
   * @param done what is stored when the broker has it, whether the view shows it soon or not
   * @throws PeopleException when the gallery cannot be written, or the view does not show it soon
   */
  void write(Map<String, Optional<GalleryEntry>> changes, Consumer<Handle> done) {
    send(changes);
    jdbi.useTransaction(done::accept);
    await(changes);
  }

  private void send(Map<String, Optional<GalleryEntry>> changes) {
    if (topic == null) {
      throw new PeopleException(Reason.BROKER_AWAY, "This console has no broker");
    }
    turns.require();
    try (GalleryWriter writer = GalleryWriter.open(topic, PATIENCE)) {
      changes.forEach((id, entry) -> entry.ifPresent(whole -> writer.put(id, whole)));
      List<String> gone =
          changes.entrySet().stream()
              .filter(change -> change.getValue().isEmpty())
              .map(Map.Entry::getKey)
              .toList();
      if (gone.size() < changes.size()) {
        writer.flush();
      }
      gone.forEach(writer::erase);
    } catch (FacestreamException e) {
      throw new PeopleException(Reason.BROKER_AWAY, "The gallery cannot be written now", e);
    }
  }

  private void await(Map<String, Optional<GalleryEntry>> changes) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!isShown(changes)) {
      if (System.nanoTime() > until) {
        throw new PeopleException(
            Reason.BROKER_AWAY, "It is written, but the console does not see it yet");
      }
      try {
        Thread.sleep(GLANCE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new PeopleException(Reason.BROKER_AWAY, "The console ends", e);
      }
    }
  }

  private boolean isShown(Map<String, Optional<GalleryEntry>> changes) {
    return jdbi.withHandle(
        handle ->
            changes.entrySet().stream()
                .allMatch(
                    change ->
                        TemplateTable.entry(handle, change.getKey()).equals(change.getValue())));
  }
}
