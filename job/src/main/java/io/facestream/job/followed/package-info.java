/**
 * The followed faces of judged frames and how they stand to the gallery, on their way to those who
 * remember unknown people.
 */
package io.facestream.job.followed;
