package io.facestream.job.back;

/**
 * An enrolment that faces under way may still belong to; in state.
 *
 * @param since when it came, milliseconds of the clock
 * @param enrolment who was enrolled
 */
public record RecentEnrolment(long since, Enrolment enrolment) {}
