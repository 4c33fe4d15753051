/** Frames for a job under measurement. */
package io.facestream.bench.frames;
