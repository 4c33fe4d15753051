package io.facestream.sdk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A day on which somebody was seen. */
public record Visit(LocalDate day, Instant firstSeen, Instant lastSeen, List<String> cameras) {}
