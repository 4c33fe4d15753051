/** Whether a face is large, sharp, bright, frontal and whole enough to be compared. */
package io.facestream.vision.quality;
