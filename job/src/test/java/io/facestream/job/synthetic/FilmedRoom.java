package io.facestream.job.synthetic;

import io.facestream.ingest.scene.DrawnScene;
import io.facestream.ingest.scene.SceneUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A camera before a drawn room that people of a folder of photos walk through, one after another,
 * so that about three are there at a time. The same pictures for the same seed, one after another.
 */
public final class FilmedRoom implements AutoCloseable {
  public static final int WIDTH = 640;
  public static final int HEIGHT = 360;

  /** Pictures a second. */
  public static final double RATE = 12;

  private static final double SECONDS_BETWEEN = 1.2;
  private static final int NOISE = 1 << 20;
  private static final int CHANNELS = 3;

  private final List<Walk> walks = new ArrayList<>();
  private final Map<Walk, Cutout> inside = new HashMap<>();
  private final float[] room;
  private final float[] noise = new float[NOISE];
  private final Random random;
  private final double exposureSeconds;
  private final double softPixels;
  private final double light;
  private final int jpegQuality;

  /**
   * Where the face of somebody is, in pixels.
   *
   * @param x of its middle
   * @param y of its middle
   * @param width from ear to ear
   */
  public record Seen(String person, double x, double y, double width) {}

  /**
   * A photo of somebody.
   *
   * @param file of 250×250 pixels, the face in its middle
   */
  public record Visitor(String person, Path file) {}

  /**
   * A room.
   *
   * @param number of the room: each looks otherwise, and has a camera of its own
   * @param visitors in the order in which they come
   */
  public FilmedRoom(int number, List<Visitor> visitors) {
    this.random = new Random(number);
    double start = 0;
    for (Visitor visitor : visitors) {
      walks.add(new Walk(visitor.person(), visitor.file(), start, random));
      start += SECONDS_BETWEEN * (0.7 + 0.6 * random.nextDouble());
    }
    this.exposureSeconds = 1 / (30 + 60 * random.nextDouble());
    this.softPixels = 0.4 + 0.8 * random.nextDouble();
    this.light = 0.75 + 0.4 * random.nextDouble();
    this.jpegQuality = 45 + random.nextInt(45);
    double sigma = 2 + 4 * random.nextDouble();
    for (int i = 0; i < NOISE; i++) {
      noise[i] = (float) (sigma * random.nextGaussian());
    }
    this.room = emptyRoom(number);
  }

  /** How many pictures there are until everybody has gone. */
  public long frames() {
    double end = walks.stream().mapToDouble(walk -> walk.start + walk.length).max().orElse(0);
    return (long) Math.ceil(end * RATE);
  }

  /** Whose face is where in a picture; faces may be hidden by others, or stick out. */
  public List<Seen> truth(long number) {
    double time = number / RATE;
    return present(time).stream()
        .map(
            walk ->
                new Seen(
                    walk.person,
                    walk.x(time) * WIDTH,
                    walk.y(time) * WIDTH,
                    walk.faceWidth(time) * WIDTH))
        .toList();
  }

  /** A picture as JPEG. */
  public byte[] frame(long number) throws IOException {
    double time = number / RATE;
    float[] picture = room.clone();
    List<Walk> present = present(time);
    inside.keySet().removeIf(walk -> goes(walk, present));
    for (Walk walk : present) {
      lay(walk, time, picture);
    }
    int shift = new Random(number).nextInt(NOISE);
    byte[] bytes = new byte[picture.length];
    for (int i = 0; i < bytes.length; i++) {
      float value = picture[i] + noise[i + shift & NOISE - 1];
      bytes[i] = (byte) Math.max(0, Math.min(255, Math.round(value)));
    }
    return jpeg(bytes);
  }

  private boolean goes(Walk walk, List<Walk> present) {
    boolean gone = !present.contains(walk);
    if (gone) {
      inside.get(walk).close();
    }
    return gone;
  }

  /** The farthest first. */
  private List<Walk> present(double time) {
    return walks.stream()
        .filter(walk -> walk.runsAt(time))
        .sorted(Comparator.comparingDouble(walk -> walk.faceWidth(time)))
        .toList();
  }

  private void lay(Walk walk, double time, float[] picture) throws IOException {
    if (!inside.containsKey(walk)) {
      inside.put(walk, new Cutout(Files.readAllBytes(walk.photo)));
    }
    Cutout.Patch patch =
        inside
            .get(walk)
            .as(
                new Cutout.Look(
                    walk.faceWidth(time) * WIDTH,
                    walk.rollDegrees(time),
                    walk.narrowed(time),
                    walk.speed(time) * WIDTH * exposureSeconds,
                    softPixels));
    int left = (int) Math.round(walk.x(time) * WIDTH) - patch.side() / 2;
    int top = (int) Math.round(walk.y(time) * WIDTH) - patch.side() / 2;
    float[] values = patch.values();
    for (int y = Math.max(0, top); y < Math.min(HEIGHT, top + patch.side()); y++) {
      for (int x = Math.max(0, left); x < Math.min(WIDTH, left + patch.side()); x++) {
        int from = 4 * ((y - top) * patch.side() + x - left);
        int to = CHANNELS * (y * WIDTH + x);
        for (int c = 0; c < CHANNELS; c++) {
          picture[to + c] =
              picture[to + c] * (1 - values[from + 3]) + (float) light * values[from + c];
        }
      }
    }
  }

  private byte[] jpeg(byte[] bgr) {
    try (BytePointer pixels = new BytePointer(bgr);
        Mat picture = new Mat(HEIGHT, WIDTH, opencv_core.CV_8UC3, pixels);
        BytePointer encoded = new BytePointer();
        IntPointer settings = new IntPointer(opencv_imgcodecs.IMWRITE_JPEG_QUALITY, jpegQuality)) {
      opencv_imgcodecs.imencode(".jpg", picture, encoded, settings);
      byte[] bytes = new byte[(int) encoded.limit()];
      encoded.get(bytes);
      return bytes;
    }
  }

  /** A drawn room at a moment when nobody is in it. */
  private static float[] emptyRoom(int number) {
    DrawnScene scene =
        new DrawnScene(SceneUrl.parse("scene:?people=1&strangers=0&crowd=1&seed=" + number));
    int[] pixels =
        LongStream.range(0, scene.frames())
            .filter(i -> scene.truth(i).faces().isEmpty())
            .mapToObj(scene::pixels)
            .findFirst()
            .orElseThrow();
    float[] bgr = new float[CHANNELS * pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      for (int c = 0; c < CHANNELS; c++) {
        bgr[CHANNELS * i + c] = pixels[i] >> 8 * c & 0xff;
      }
    }
    return bgr;
  }

  @Override
  public void close() {
    inside.values().forEach(Cutout::close);
    inside.clear();
  }
}
