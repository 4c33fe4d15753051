package io.facestream.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * Which frame a verdict or alert is about.
 *
 * @param partition partition of {@code frames}
 * @param offset offset within the partition
 * @param sequence number within the camera, from 0 in the order of decoding
 * @param capturedAt when the camera took it (the record's timestamp)
 * @param width width of the picture as published, pixels
 * @param height height of the picture as published, pixels
 * @param request id of the request a one-shot picture answers, or null
 * @param scope the only watchlists whose people are looked for, as the request says; null when it
 *     names none, and for a camera's frame
 * @param analysers those that look at its faces, whose results come on {@code analyses}; null when
 *     none does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FrameRef(
    int partition,
    long offset,
    long sequence,
    Instant capturedAt,
    int width,
    int height,
    String request,
    List<String> scope,
    List<String> analysers) {

  /** Of a frame in which everybody is looked for, and that no analyser looks at. */
  public FrameRef(
      int partition,
      long offset,
      long sequence,
      Instant capturedAt,
      int width,
      int height,
      String request) {
    this(partition, offset, sequence, capturedAt, width, height, request, null, null);
  }

  /** Of a frame that no analyser looks at. */
  public FrameRef(
      int partition,
      long offset,
      long sequence,
      Instant capturedAt,
      int width,
      int height,
      String request,
      List<String> scope) {
    this(partition, offset, sequence, capturedAt, width, height, request, scope, null);
  }

  /** Whether it is a one-shot picture and no part of what a camera shows. */
  public boolean answersRequest() {
    return request != null;
  }
}
