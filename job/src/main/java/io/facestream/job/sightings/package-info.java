/**
 * From each camera's verdicts, in their order, to visits: one record when somebody comes and goes.
 */
package io.facestream.job.sightings;
