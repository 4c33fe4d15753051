package io.facestream.console.policies;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.facestream.console.access.Caller;
import io.facestream.policies.rehearsal.AlertChange;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Which pictures belong to what was rehearsed of late. They have no alert that names them, and no
 * address of their own, lest one who may rehearse could ask for any frame.
 */
public final class RehearsedPictures {
  private static final Duration KEPT = Duration.ofMinutes(30);
  private static final int MOST = 5_000;

  private record Kept(Caller caller, AlertChange change) {}

  private final Cache<String, Kept> kept =
      Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

  /** Keeps one for whoever rehearsed; an id for it. */
  public String keep(Caller caller, AlertChange change) {
    String id = UUID.randomUUID().toString();
    kept.put(id, new Kept(caller, change));
    return id;
  }

  /** One that the same caller, who may the same as then, has been told of. */
  public Optional<AlertChange> find(Caller caller, String id) {
    return Optional.ofNullable(kept.getIfPresent(id))
        .filter(one -> one.caller().equals(caller))
        .map(Kept::change);
  }
}
