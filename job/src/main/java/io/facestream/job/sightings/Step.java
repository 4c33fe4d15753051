package io.facestream.job.sightings;

import io.facestream.wire.SightingKind;

/**
 * A step of a visit, to be told.
 *
 * @param kind which one
 * @param visit all that is known of it
 * @param view what opened it, or null when this is another step
 * @param early whether it was closed only because there are too many at the camera
 */
public record Step(SightingKind kind, Visit visit, View view, boolean early) {}
