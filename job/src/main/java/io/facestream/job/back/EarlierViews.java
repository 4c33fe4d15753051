package io.facestream.job.back;

import java.util.List;

/**
 * One slice's answer to an enrolment, with all that it has found.
 *
 * @param enrolmentId the enrolment
 * @param slice number of the slice, 0…slices−1
 * @param slices how many slices answer
 * @param at when the slice answered, milliseconds of the clock
 * @param revoked whether nothing is left of the enrolment, and what it found is to be forgotten
 * @param views faces that are the person's, in no order
 */
public record EarlierViews(
    String enrolmentId, int slice, int slices, long at, boolean revoked, List<EarlierView> views) {}
