package io.facestream.job;

import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.gallery.GalleryRepair;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/** The side outputs of the job. */
public final class Outputs {
  /** Frames that could not be analysed. */
  public static final OutputTag<DeadLetter> FRAME_DEAD_LETTERS =
      new OutputTag<>("frame-dead-letters", TypeInformation.of(DeadLetter.class));

  /** Gallery records that could not be used. */
  public static final OutputTag<DeadLetter> GALLERY_DEAD_LETTERS =
      new OutputTag<>("gallery-dead-letters", TypeInformation.of(DeadLetter.class));

  /** Frames without a face worth a search; they skip the slices, as most frames of a camera do. */
  public static final OutputTag<ProbeFrame> NOTHING_TO_SEARCH =
      new OutputTag<>("nothing-to-search", TypeInformation.of(ProbeFrame.class));

  /** Superseded templates that have to leave their partition of the gallery. */
  public static final OutputTag<GalleryRepair> GALLERY_REPAIRS =
      new OutputTag<>("gallery-repairs", TypeInformation.of(GalleryRepair.class));

  private Outputs() {}
}
