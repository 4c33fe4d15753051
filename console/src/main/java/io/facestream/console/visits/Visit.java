package io.facestream.console.visits;

import io.facestream.wire.SightedPerson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A person's day.
 *
 * @param person as named last
 * @param sightings how often he came, at any camera
 * @param cameras where, in the order of coming
 */
public record Visit(
    SightedPerson person,
    LocalDate day,
    Instant firstSeen,
    Instant lastSeen,
    int sightings,
    List<String> cameras) {}
