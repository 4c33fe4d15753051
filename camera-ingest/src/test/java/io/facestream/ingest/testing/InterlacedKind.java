package io.facestream.ingest.testing;

import java.io.IOException;
import java.nio.file.Path;

/** The kinds of interlaced video that cameras and recorders send. */
public enum InterlacedKind {
  MPEG2_576I_BOTTOM_FIRST,
  MPEG2_1080I_TOP_FIRST,
  MPEG2_1080I_BOTTOM_FIRST,
  H264_PAFF_TOP_FIRST,
  H264_PAFF_BOTTOM_FIRST,
  H264_MBAFF_TOP_FIRST,
  H264_MBAFF_BOTTOM_FIRST;

  /** A film of so many pictures. */
  public Path write(Path folder, int pictures) throws IOException {
    Path file = folder.resolve(name());
    FieldOrder order =
        name().contains("BOTTOM_FIRST") ? FieldOrder.BOTTOM_FIRST : FieldOrder.TOP_FIRST;
    return switch (this) {
      case MPEG2_576I_BOTTOM_FIRST ->
          new InterlacedFilm(720, 576, order).times(pictures).write(file);
      case MPEG2_1080I_TOP_FIRST, MPEG2_1080I_BOTTOM_FIRST ->
          new InterlacedFilm(1920, 1080, order).times(pictures).write(file);
      case H264_PAFF_TOP_FIRST, H264_PAFF_BOTTOM_FIRST ->
          new H264Film(320, 240, H264Film.Coding.FIELD_PICTURES, order).write(file, pictures);
      case H264_MBAFF_TOP_FIRST, H264_MBAFF_BOTTOM_FIRST ->
          new H264Film(320, 240, H264Film.Coding.FIELD_MACROBLOCKS, order).write(file, pictures);
    };
  }
}
