package io.facestream.wire;

/** Optional headers of a record on {@code frames}; a frame needs nothing but key and value. */
public final class FrameHeaders {
  /** Media type of the picture, such as {@code image/jpeg}. Informative: the bytes decide. */
  public static final String CONTENT_TYPE = "content-type";

  /** The frame's number within its camera, decimal ASCII, from 0 in the order of decoding. */
  public static final String SEQUENCE = "facestream-seq";

  /** Marks a one-shot picture; its verdict carries the same request id. */
  public static final String REQUEST = "facestream-request";

  /**
   * Of a one-shot picture: a JSON list of the only watchlists whose people are looked for ({@link
   * FrameRequest}). Without it everybody is.
   */
  public static final String SCOPE = "facestream-scope";

  /**
   * Of a one-shot picture: a JSON list of the analysers that are to look at its faces ({@link
   * FrameRequest}). Without it none does.
   */
  public static final String ANALYSERS = "facestream-analysers";

  private FrameHeaders() {}
}
