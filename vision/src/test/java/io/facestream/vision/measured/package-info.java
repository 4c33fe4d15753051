/**
 * What the choices of {@code docs/quality.md} rest on. They take minutes, so they run on request
 * only: {@code -Dfacestream.measure=true}.
 */
package io.facestream.vision.measured;
