package io.facestream.job.records;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/** The side outputs for records that could not be used. */
public final class DeadLetters {
  /** Frames that could not be analysed. */
  public static final OutputTag<DeadLetter> OF_FRAMES =
      new OutputTag<>("frame-dead-letters", TypeInformation.of(DeadLetter.class));

  /** Gallery records that could not be used. */
  public static final OutputTag<DeadLetter> OF_GALLERY =
      new OutputTag<>("gallery-dead-letters", TypeInformation.of(DeadLetter.class));

  /** Policies that could not be used. */
  public static final OutputTag<DeadLetter> OF_POLICIES =
      new OutputTag<>("policy-dead-letters", TypeInformation.of(DeadLetter.class));

  private DeadLetters() {}
}
