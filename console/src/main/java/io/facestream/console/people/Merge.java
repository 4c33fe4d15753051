package io.facestream.console.people;

import java.time.Instant;
import java.util.List;

/**
 * Two people who turned out to be one.
 *
 * @param from who is no more
 * @param into who has his photos now
 * @param photos the names of those photos within the latter
 * @param undoUntil until when it can be undone
 */
public record Merge(
    String mergeId, String from, String into, List<String> photos, Instant undoUntil) {}
