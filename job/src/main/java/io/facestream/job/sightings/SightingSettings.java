package io.facestream.job.sightings;

import java.io.Serializable;
import java.time.Duration;

/**
 * When a visit is over, and how often it is told of.
 *
 * @param silence how long somebody may be out of sight within one visit, by capture time
 * @param interval least time between two steps of a visit, by capture time
 */
public record SightingSettings(Duration silence, Duration interval) implements Serializable {}
