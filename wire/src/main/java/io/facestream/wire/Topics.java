package io.facestream.wire;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The topics of Facestream and the settings each is created with. */
public final class Topics {
  /** The largest picture a frame may be, in bytes: 8 MiB. */
  public static final int MAX_FRAME_BYTES = 8 * 1024 * 1024;

  /** Slack above {@link #MAX_FRAME_BYTES} for key, headers and batch overhead, in bytes. */
  private static final int RECORD_OVERHEAD_BYTES = 64 * 1024;

  /**
   * The broker's and topics' {@code max.message.bytes}, and the producers' {@code
   * max.request.size}.
   */
  public static final int MAX_RECORD_BYTES = MAX_FRAME_BYTES + RECORD_OVERHEAD_BYTES;

  /**
   * Camera id → encoded picture as is, see {@link PictureType#isFrame}. Record timestamp: capture
   * time.
   */
  public static final TopicSpec FRAMES =
      new TopicSpec("frames", 16, Map.of("cleanup.policy", "delete", "retention.ms", "3600000"));

  /**
   * Template id {@code person/photo} → Protobuf GalleryEntry; null erases. The source of truth. The
   * broker's clock, so that the clocks of those who write do not decide which of two records is
   * later.
   */
  public static final TopicSpec GALLERY =
      new TopicSpec(
          "gallery",
          4,
          Map.of("cleanup.policy", "compact", "message.timestamp.type", "LogAppendTime"));

  /**
   * {@link PolicyKey} → JSON {@link Policy}; null takes it back. One partition, so that a policy's
   * offset is its version, and of any two it is known which came first.
   */
  public static final TopicSpec POLICIES =
      new TopicSpec(
          "policies",
          1,
          Map.of("cleanup.policy", "compact", "message.timestamp.type", "LogAppendTime"));

  /** Camera id → JSON {@link Verdict}, one per analysed frame. */
  public static final TopicSpec VERDICTS =
      new TopicSpec("verdicts", 4, Map.of("cleanup.policy", "delete", "retention.ms", "86400000"));

  /** Camera id → JSON {@link Alert}, the top match of a frame whose match passed. */
  public static final TopicSpec ALERTS =
      new TopicSpec("alerts", 4, Map.of("cleanup.policy", "delete", "retention.ms", "604800000"));

  /**
   * {@link Ids#sightingKey} → JSON {@link Sighting}, the steps of each visit of a person at a
   * camera. Kept by time as alerts are, and not compacted: compaction would leave of all visits of
   * a person the last, and that one for ever.
   */
  public static final TopicSpec SIGHTINGS =
      new TopicSpec(
          "sightings", 4, Map.of("cleanup.policy", "delete", "retention.ms", "604800000"));

  /**
   * {@link Ids#frameId} → JSON {@link Analysis}: what analysers say of faces, each as soon as it is
   * known. Kept no longer than verdicts.
   */
  public static final TopicSpec ANALYSES =
      new TopicSpec("analyses", 4, Map.of("cleanup.policy", "delete", "retention.ms", "86400000"));

  /** Frames that could not be analysed, as they came, with {@link DeadLetterHeaders}. */
  public static final TopicSpec FRAMES_DLQ =
      new TopicSpec(
          "frames.dlq", 1, Map.of("cleanup.policy", "delete", "retention.ms", "86400000"));

  /** Gallery records that could not be used, as they came, with {@link DeadLetterHeaders}. */
  public static final TopicSpec GALLERY_DLQ =
      new TopicSpec(
          "gallery.dlq", 1, Map.of("cleanup.policy", "delete", "retention.ms", "604800000"));

  /** Policies that could not be used, as they came, with {@link DeadLetterHeaders}. */
  public static final TopicSpec POLICIES_DLQ =
      new TopicSpec(
          "policies.dlq", 1, Map.of("cleanup.policy", "delete", "retention.ms", "604800000"));

  /**
   * Id of an alert or a visit → JSON {@link Review}, what people found of it; the job neither reads
   * nor writes it. Not compacted: the key is what was reviewed, and compaction would leave the last
   * reviewer's record only. Kept for a month, longer than the alerts it speaks of, so that their
   * share that was wrong can be told from week to week; and no longer, since it names people.
   */
  public static final TopicSpec REVIEWS =
      new TopicSpec("reviews", 4, Map.of("cleanup.policy", "delete", "retention.ms", "2592000000"));

  /**
   * Name of a camera → JSON {@link CameraSource}, where {@code ingest} reads it; null takes it
   * away. The job neither reads nor writes it. One partition, so that a camera's offset is its
   * version. Values hold the cameras' passwords.
   */
  public static final TopicSpec CAMERAS =
      new TopicSpec(
          "cameras",
          1,
          Map.of("cleanup.policy", "compact", "message.timestamp.type", "LogAppendTime"));

  /** Those of the job. */
  public static final TopicSet USUAL =
      new TopicSet(
          FRAMES,
          GALLERY,
          POLICIES,
          VERDICTS,
          ALERTS,
          SIGHTINGS,
          ANALYSES,
          FRAMES_DLQ,
          GALLERY_DLQ,
          POLICIES_DLQ);

  /** Every topic: those of the job, in the order in which a frame meets them, and the others. */
  public static final List<TopicSpec> ALL =
      Stream.concat(USUAL.all().stream(), Stream.of(REVIEWS, CAMERAS)).toList();

  private Topics() {}
}
