/**
 * Unknown people: strangers who were seen long and well enough get an id for the day at the camera,
 * and visits like those of people known.
 */
package io.facestream.job.unknown;
