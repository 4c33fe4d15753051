package io.facestream.console.people;

import io.facestream.client.gallery.GalleryTopic;
import io.facestream.client.gallery.GalleryWriter;
import io.facestream.console.people.PeopleException.Reason;
import io.facestream.wire.FacestreamException;
import io.facestream.wire.proto.GalleryEntry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes to the gallery's topic, and waits until the view has it, so that who asks again sees it.
 * Who looks at what is there before he changes it does so alone, as far as this console goes.
 */
public final class GalleryChanges {
  private static final Duration VIEW_PATIENCE = Duration.ofSeconds(10);
  private static final long GLANCE_MILLIS = 20;

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
  private final Jdbi jdbi;
  private final GalleryTopic topic;

  /**
   * @param topic null for none: nothing can be changed
   */
  public GalleryChanges(Jdbi jdbi, GalleryTopic topic) {
    this.jdbi = jdbi;
    this.topic = topic;
  }

  /** While nobody else changes anything. */
  <T> T alone(Supplier<T> work) {
    return under(lock.writeLock(), work);
  }

  /** While others add photos too, and nobody changes what is there. */
  <T> T besideOthers(Supplier<T> work) {
    return under(lock.readLock(), work);
  }

  private static <T> T under(Lock lock, Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Puts those that are there, and then erases the others: were the process to end in between,
   * there would be too much and not too little.
   *
   * @throws PeopleException when the gallery cannot be written, or the view does not show it soon
   */
  void write(Map<String, Optional<GalleryEntry>> changes) {
    if (topic == null) {
      throw new PeopleException(Reason.BROKER_AWAY, "This console has no broker");
    }
    try (GalleryWriter writer = GalleryWriter.open(topic)) {
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
    await(changes);
  }

  private void await(Map<String, Optional<GalleryEntry>> changes) {
    long until = System.nanoTime() + VIEW_PATIENCE.toNanos();
    while (!shown(changes)) {
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

  private boolean shown(Map<String, Optional<GalleryEntry>> changes) {
    return jdbi.withHandle(
        handle ->
            changes.entrySet().stream()
                .allMatch(
                    change ->
                        TemplateTable.entry(handle, change.getKey()).equals(change.getValue())));
  }
}
