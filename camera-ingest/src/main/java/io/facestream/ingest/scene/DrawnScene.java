package io.facestream.ingest.scene;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A drawn room before a camera and the people who come and go in it, with known truth.
 *
 * <p>Every picture follows from the options and its number alone: pictures may be asked for in any
 * order, by any number of threads, and are the same bytes each time.
 *
 * <pre>{@code
 * DrawnScene scene = new DrawnScene(SceneUrl.parse("scene:?seed=7&people=4"));
 * byte[] jpeg = scene.frame(0);
 * List<SceneFace> faces = scene.truth(0).faces();
 * }</pre>
 */
public final class DrawnScene {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HeadPose LIGHT = new HeadPose(0, 0, -0.7f, 1);

  private final SceneOptions options;
  private final Cast cast;
  private final Stage stage;
  private final TruthTeller teller;
  private final int[] room;

  public DrawnScene(SceneOptions options) {
    this.options = options;
    this.cast = new Cast(options.people(), options.strangers());
    this.stage = new Stage(options, cast);
    this.teller = new TruthTeller(options);
    float aspect = options.width() / (float) options.height();
    this.room =
        new Room(new Dice(options.seed(), options.camera(), 3), aspect)
            .paint(options.width(), options.height());
  }

  public SceneOptions options() {
    return options;
  }

  /** Those who may be enrolled. */
  public List<Person> people() {
    return cast.everybody().subList(0, options.people());
  }

  /** Those who must never be recognised. */
  public List<Person> strangers() {
    return cast.everybody().subList(options.people(), cast.size());
  }

  /** Number of pictures; {@link Long#MAX_VALUE} when endless. */
  public long frames() {
    return options.frames();
  }

  /**
   * The picture of a number, as JPEG.
   *
   * @param sequence 0…{@link #frames()}−1
   */
  public byte[] frame(long sequence) {
    return JpegPicture.encode(canvas(sequence), options.quality());
  }

  /** The picture as 0xRRGGBB, row-major, {@code int[width*height]}. */
  public int[] pixels(long sequence) {
    return canvas(sequence).pixels;
  }

  private Canvas canvas(long sequence) {
    Canvas canvas = new Canvas(options.width(), options.height(), room.clone());
    float height = options.height();
    for (Placement p : stage.at(time(sequence))) {
      HeadPose pose = new HeadPose(p.yaw(), 0, LIGHT.light(), LIGHT.strength());
      p.actor().draw(canvas, p.x() * height, p.y() * height, p.unit() * height, p.roll(), pose);
    }
    return canvas;
  }

  /** Who is where in the picture of a number. */
  public SceneTruth truth(long sequence) {
    return teller.tell(sequence, stage.at(time(sequence)));
  }

  /**
   * All appearances, in order of their first picture.
   *
   * @throws IllegalStateException when the scene is endless
   */
  public List<Appearance> appearances() {
    if (options.duration() == null) {
      throw new IllegalStateException("An endless scene has no last appearance; set duration=");
    }
    return TruthTeller.appearances(
        LongStream.range(0, frames()).mapToObj(this::truth)::iterator, options.rate());
  }

  /**
   * Who is before the camera from when to when, in order of the first picture.
   *
   * @param silence for how long the person may be out of the picture meanwhile
   * @throws IllegalStateException when the scene is endless
   */
  public List<Stay> stays(Duration silence) {
    return Stays.of(this, silence);
  }

  /** Enrolment portraits of a person as JPEG: different sizes, turns and lights. */
  public List<byte[]> portraits(Person person) {
    return Portraits.of(cast.actor(cast.everybody().indexOf(person)));
  }

  /** Writes one JSON object per picture, as {@link SceneTruth} has it. */
  public void writeTruth(Path file) throws IOException {
    if (file.toAbsolutePath().getParent() != null) {
      Files.createDirectories(file.toAbsolutePath().getParent());
    }
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (long i = 0; i < frames(); i++) {
        out.write(JSON.writeValueAsString(truth(i)));
        out.write('\n');
      }
    }
  }

  private double time(long sequence) {
    return sequence / options.rate();
  }

  /** Everybody of the scene; for galleries of more than {@link #people()}. */
  List<Person> everybody() {
    return new ArrayList<>(cast.everybody());
  }
}
