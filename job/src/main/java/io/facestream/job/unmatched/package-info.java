/** Faces that nobody in the gallery was found for, on their way to those who remember them. */
package io.facestream.job.unmatched;
