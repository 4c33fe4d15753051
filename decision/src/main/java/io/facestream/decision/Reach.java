package io.facestream.decision;

import io.facestream.wire.CameraScope;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who is looked for where. A watchlist whose policy names cameras is looked for at those alone; at
 * the others it is out of scope. Who is on lists is in reach where any of them is in scope, and who
 * is on none everywhere.
 *
 * <p>It remembers what it has found out about each camera, and is not for two threads.
 */
public final class Reach {
  /** Most cameras about which something is remembered; then all is found out anew. */
  private static final int CAMERAS_REMEMBERED = 10_000;

  /** The cameras of each watchlist that names some. */
  private final Map<String, List<String>> scopes = new TreeMap<>();

  private final Map<String, Set<String>> outOfScopeAt = new HashMap<>();

  /** By these policies. */
  public Reach(Policies policies) {
    policies
        .said(Policy::cameras)
        .forEach(
            (key, cameras) -> {
              if (key.scope() == PolicyKey.Scope.WATCHLIST) {
                scopes.put(key.name(), cameras);
              }
            });
  }

  /**
   * The watchlists that are not looked for at a camera, in the order of their names.
   *
   * @param cameraId empty for a picture that is of no camera: all are looked for
   */
  public Set<String> outOfScopeAt(String cameraId) {
    if (scopes.isEmpty() || cameraId.isEmpty()) {
      return Set.of();
    }
    if (outOfScopeAt.size() == CAMERAS_REMEMBERED && !outOfScopeAt.containsKey(cameraId)) {
      outOfScopeAt.clear();
    }
    return outOfScopeAt.computeIfAbsent(cameraId, this::findOutOfScope);
  }

  private Set<String> findOutOfScope(String cameraId) {
    Set<String> outOfScope = new TreeSet<>();
    scopes.forEach(
        (watchlist, cameras) -> {
          if (!CameraScope.covers(cameras, cameraId)) {
            outOfScope.add(watchlist);
          }
        });
    return Collections.unmodifiableSet(outOfScope);
  }

  /**
   * Who is looked for in a frame.
   *
   * @param cameraId empty for a picture that is of no camera
   * @param only the only watchlists that a request names; null for all
   */
  public SearchScope scopeOf(String cameraId, List<String> only) {
    Set<String> outOfScope = outOfScopeAt(cameraId);
    return only == null && outOfScope.isEmpty()
        ? SearchScope.ALL
        : new SearchScope(outOfScope, only == null ? null : Set.copyOf(only));
  }
}
