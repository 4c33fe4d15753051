package io.facestream.gallery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * A person as the gallery knows them.
 *
 * @param personId the id in answers
 * @param name the name shown
 * @param photos their templates, the part after {@code person/}
 * @param watchlists the lists they are on
 * @param threshold their own cosine threshold, or null
 * @param attributes free facts
 * @param validFrom when they are recognised from, or null for ever since
 * @param validUntil when they no longer are, or null for never
 * @param models the embedders of their templates; more than one when some are out of date
 */
public record EnrolledPerson(
    String personId,
    String name,
    SortedSet<String> photos,
    List<String> watchlists,
    Float threshold,
    Map<String, String> attributes,
    Instant validFrom,
    Instant validUntil,
    SortedSet<String> models) {}
