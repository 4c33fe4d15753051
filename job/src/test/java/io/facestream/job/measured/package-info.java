/**
 * What is measured on the operators themselves; run only with {@code -Dfacestream.measure=true}.
 */
package io.facestream.job.measured;
