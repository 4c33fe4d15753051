package io.facestream.photos.stills;

import io.facestream.photos.stills.StillLayout.Tile;
import io.facestream.vision.picture.file.UnreadablePictureException;
import io.facestream.wire.PictureType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avformat.AVStreamGroup;
import org.bytedeco.ffmpeg.avformat.AVStreamGroupTileGrid;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;

/** A HEIC, AVIF or BMP file opened by FFmpeg. */
final class StillFile implements AutoCloseable {
  private final AVFormatContext format;
  private final String title;

  static {
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
  }

  private StillFile(AVFormatContext format, String title) {
    this.format = format;
    this.title = title;
  }

  /** Opens it as what its bytes say it is: FFmpeg is not left to guess. */
  static StillFile open(MemoryInput input, PictureType type) throws UnreadablePictureException {
    String demuxer = type == PictureType.BMP ? "bmp_pipe" : "mov";
    AVFormatContext format = avformat.avformat_alloc_context();
    format.pb(input.context());
    int code =
        avformat.avformat_open_input(
            format, (String) null, avformat.av_find_input_format(demuxer), (AVDictionary) null);
    StillFile file = new StillFile(format, type.title());
    if (code < 0) {
      // FFmpeg has freed the context.
      throw file.damaged("its structure cannot be read");
    }
    if (avformat.avformat_find_stream_info(format, (AVDictionary) null) < 0) {
      file.close();
      throw file.damaged("its structure cannot be read");
    }
    return file;
  }

  /** The main picture: the grid or the stream that is marked so, else the largest. */
  StillLayout layout() throws UnreadablePictureException {
    List<Candidate> all = new ArrayList<>();
    for (int i = 0; i < format.nb_stream_groups(); i++) {
      AVStreamGroup group = format.stream_groups(i);
      if (group.type() == avformat.AV_STREAM_GROUP_PARAMS_TILE_GRID) {
        all.add(new Candidate(isMain(group.disposition()), grid(group)));
      }
    }
    for (int i = 0; i < format.nb_streams(); i++) {
      AVStream stream = format.streams(i);
      boolean video = stream.codecpar().codec_type() == avutil.AVMEDIA_TYPE_VIDEO;
      boolean part = (stream.disposition() & avformat.AV_DISPOSITION_DEPENDENT) != 0;
      if (video && !part) {
        all.add(new Candidate(isMain(stream.disposition()), single(stream)));
      }
    }
    // Of equals the first.
    return all.stream()
        .reduce(BinaryOperator.maxBy(Candidate.BY_RANK))
        .map(Candidate::layout)
        .orElseThrow(() -> damaged("it holds no picture"));
  }

  private static boolean isMain(int disposition) {
    return (disposition & avformat.AV_DISPOSITION_DEFAULT) != 0;
  }

  /** A picture of the file, which may be the one that is meant. */
  private record Candidate(boolean main, StillLayout layout) {
    static final Comparator<Candidate> BY_RANK =
        Comparator.comparing(Candidate::main).thenComparingLong(Candidate::pixels);

    long pixels() {
      return (long) layout.width() * layout.height();
    }
  }

  private static StillLayout single(AVStream stream) {
    AVCodecParameters codec = stream.codecpar();
    return new StillLayout(
        codec.width(),
        codec.height(),
        0,
        0,
        codec.width(),
        codec.height(),
        StillLayout.orientation(codec.coded_side_data(), codec.nb_coded_side_data()),
        List.of(new Tile(stream.index(), 0, 0, pixels(codec))));
  }

  private static StillLayout grid(AVStreamGroup group) {
    AVStreamGroupTileGrid grid = group.params_tile_grid();
    List<Tile> tiles = new ArrayList<>();
    for (int i = 0; i < grid.nb_tiles(); i++) {
      AVStream stream = group.streams(grid.offsets_idx(i));
      tiles.add(
          new Tile(
              stream.index(),
              grid.offsets_horizontal(i),
              grid.offsets_vertical(i),
              pixels(stream.codecpar())));
    }
    return new StillLayout(
        grid.coded_width(),
        grid.coded_height(),
        grid.horizontal_offset(),
        grid.vertical_offset(),
        grid.width(),
        grid.height(),
        StillLayout.orientation(grid.coded_side_data(), grid.nb_coded_side_data()),
        tiles);
  }

  private static long pixels(AVCodecParameters codec) {
    return (long) codec.width() * codec.height();
  }

  /** Decodes the parts and lays them out; CV_8UC4 in B, G, R, A, not turned yet. */
  Mat decode(StillLayout layout) throws UnreadablePictureException {
    Map<Integer, Mat> parts = decodeParts(layout);
    try (Mat canvas =
        new Mat(layout.canvasHeight(), layout.canvasWidth(), opencv_core.CV_8UC4, Scalar.all(0))) {
      for (Tile tile : layout.tiles()) {
        Mat part = parts.get(tile.stream());
        if (part == null) {
          throw damaged("a part of it is missing");
        }
        int width = Math.min(part.cols(), canvas.cols() - tile.x());
        int height = Math.min(part.rows(), canvas.rows() - tile.y());
        if (tile.x() < 0 || tile.y() < 0 || width <= 0 || height <= 0) {
          throw damaged("a part of it lies outside");
        }
        try (Mat from = new Mat(part, new Rect(0, 0, width, height));
            Mat to = new Mat(canvas, new Rect(tile.x(), tile.y(), width, height))) {
          from.copyTo(to);
        }
      }
      try (Mat picture =
          new Mat(canvas, new Rect(layout.left(), layout.top(), layout.width(), layout.height()))) {
        return picture.clone();
      }
    } catch (RuntimeException e) {
      throw damaged("its parts do not fit together");
    } finally {
      parts.values().forEach(Mat::close);
    }
  }

  private Map<Integer, Mat> decodeParts(StillLayout layout) throws UnreadablePictureException {
    Map<Integer, Mat> parts = new HashMap<>();
    List<Integer> wanted = layout.tiles().stream().map(Tile::stream).toList();
    AVPacket packet = avcodec.av_packet_alloc();
    boolean done = false;
    try {
      while (parts.size() < wanted.stream().distinct().count()
          && avformat.av_read_frame(format, packet) >= 0) {
        int stream = packet.stream_index();
        if (wanted.contains(stream) && !parts.containsKey(stream)) {
          parts.put(stream, new StillDecoder(title).decode(format.streams(stream), packet));
        }
        avcodec.av_packet_unref(packet);
      }
      done = true;
      return parts;
    } finally {
      avcodec.av_packet_free(packet);
      if (!done) {
        parts.values().forEach(Mat::close);
      }
    }
  }

  private UnreadablePictureException damaged(String how) {
    return StillDecoder.damaged(title, how);
  }

  @Override
  public void close() {
    avformat.avformat_close_input(format);
  }
}
