package io.facestream.ingest.testing;

/** Which lines of a picture were taken first: the even ones (top field), the odd ones, or all. */
public enum FieldOrder {
  PROGRESSIVE,
  TOP_FIRST,
  BOTTOM_FIRST
}
