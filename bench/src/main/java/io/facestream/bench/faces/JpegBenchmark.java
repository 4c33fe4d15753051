package io.facestream.bench.faces;

import io.facestream.bench.frames.BenchPictures;
import io.facestream.vision.picture.DecodeOptions;
import io.facestream.vision.picture.Picture;
import io.facestream.vision.picture.file.PictureFile;
import io.facestream.vision.picture.file.PictureStructure;
import io.facestream.vision.picture.file.UnreadablePictureException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A JPEG frame: finding out whether it is whole, and that with decoding it in full. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class JpegBenchmark {
  /** Pixels; the height follows. */
  @Param("1280")
  public int width;

  @Param({"baseline", "optimized", "progressive"})
  public String kind;

  /** The middle frame of this file is taken; without one, of a drawn scene. */
  @Param("")
  public String video;

  private byte[] jpeg;

  @Setup(Level.Trial)
  public void encode() throws Exception {
    var pictures = BenchPictures.of(video.isEmpty() ? null : Path.of(video));
    int[] flags =
        switch (kind) {
          case "optimized" -> new int[] {opencv_imgcodecs.IMWRITE_JPEG_OPTIMIZE, 1};
          case "progressive" -> new int[] {opencv_imgcodecs.IMWRITE_JPEG_PROGRESSIVE, 1};
          default -> new int[0];
        };
    var middle = pictures.subList(pictures.size() / 2, pictures.size() / 2 + 1);
    jpeg = SizedPictures.of(middle, width, "jpg", flags).get(0);
  }

  @Benchmark
  public PictureStructure walk() throws UnreadablePictureException {
    return PictureFile.of(jpeg).structure();
  }

  @Benchmark
  public int walkAndDecode() throws UnreadablePictureException {
    try (Picture picture = Picture.decode(jpeg, DecodeOptions.fullSize())) {
      return picture.width();
    }
  }
}
