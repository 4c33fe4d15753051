package io.facestream.job.lists;

import io.facestream.ingest.scene.DrawnScene;
import io.facestream.ingest.scene.Person;
import io.facestream.ingest.scene.SceneUrl;
import io.facestream.job.frames.RawFrame;
import io.facestream.job.gallery.GalleryRecord;
import io.facestream.job.testing.Fixtures;
import io.facestream.vision.Vision;
import io.facestream.vision.finder.FinderOptions;
import io.facestream.vision.finder.FoundFace;
import io.facestream.wire.proto.GalleryEntry;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * The frames of some cameras and a gallery of whom they see, drawn. Frames with nobody, with one
 * face and with several follow on each other, and some are no pictures.
 */
final class SceneFrames {
  static final String PACK = "builtin";

  private static final int CAMERAS = 6;
  private static final int PARTITIONS = 4;

  /** When the first frames were captured, milliseconds since the epoch. */
  static final long BEGIN = 1_700_000_000_000L;

  /** The lists that everybody of the gallery is on. */
  static final List<String> WATCHLISTS = List.of("guests", "vip");

  /** Frames for which a camera shows the same, so that faces have tracks. */
  private static final int SHOWN = 5;

  /** People are out of sight for longer, again and again, milliseconds. */
  static final long SILENCE_MILLIS = 100;

  /** Time from a frame of a camera to its next, milliseconds. */
  private static final int SPACING = 40;

  private final DrawnScene scene =
      new DrawnScene(SceneUrl.parse("scene:?seed=3&people=4&strangers=2&crowd=3&rate=5"));
  private final List<byte[]> pictures = new ArrayList<>();
  private final List<RawFrame> frames = new ArrayList<>();
  private final List<GalleryRecord> gallery = new ArrayList<>();

  /**
   * @param perCamera frames of each camera
   */
  SceneFrames(int perCamera) throws Exception {
    paint();
    long[] offsets = new long[PARTITIONS];
    for (int i = 0; i < perCamera; i++) {
      for (int camera = 0; camera < CAMERAS; camera++) {
        int partition = camera % PARTITIONS;
        frames.add(frame(camera, partition, offsets[partition]++, i));
      }
    }
    enrol();
  }

  private void paint() throws IOException {
    byte[] somebody = scene.portraits(scene.people().get(0)).get(2);
    byte[] emptyRoom = emptyRoom();
    pictures.add(somebody);
    pictures.add(emptyRoom);
    pictures.add(frameOf(scene, 2));
    pictures.add(scene.portraits(scene.strangers().get(0)).get(2));
    pictures.add(emptyRoom);
    pictures.add(new byte[] {1, 2, 3});
  }

  private static byte[] emptyRoom() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(640, 360, BufferedImage.TYPE_3BYTE_BGR), "png", png);
    return png.toByteArray();
  }

  /** The first picture of a scene with so many faces. */
  private static byte[] frameOf(DrawnScene scene, int faces) {
    for (long number = 0; number < 1_000; number++) {
      if (scene.truth(number).faces().size() == faces) {
        return scene.frame(number);
      }
    }
    throw new IllegalArgumentException("The scene never shows " + faces + " faces");
  }

  private RawFrame frame(int camera, int partition, long offset, int i) {
    String id = "camera-" + camera;
    // Five frames of six are pictures; each camera begins with another one.
    byte[] picture = pictures.get((i / SHOWN + camera) % pictures.size());
    return new RawFrame(
        partition,
        offset,
        BEGIN + (long) i * SPACING,
        id.getBytes(StandardCharsets.UTF_8),
        null,
        id,
        -1,
        null,
        picture);
  }

  private void enrol() throws Exception {
    try (Vision vision = Vision.open(PACK, null);
        var finder = vision.newFinder(FinderOptions.forVideo(vision.pack()));
        var embedder = vision.newEmbedder()) {
      long offset = 0;
      for (Person person : scene.people()) {
        FoundFace face = finder.find(scene.portraits(person).get(2)).faces().get(0);
        float[] embedding = embedder.embed(List.of(face.crop()))[0];
        String templateId = "person-" + offset + "/1";
        GalleryEntry entry =
            Fixtures.entryOf(templateId, embedding)
                .clearWatchlists()
                .addAllWatchlists(WATCHLISTS)
                .setModelId(vision.pack().embedder().modelId())
                .build();
        gallery.add(Fixtures.record(offset++, templateId, entry.toByteArray()));
      }
    }
  }

  List<RawFrame> frames() {
    return frames;
  }

  List<GalleryRecord> gallery() {
    return gallery;
  }

  /** The gallery with its people on these lists in turn, each on one. */
  List<GalleryRecord> galleryOn(String... watchlists) throws IOException {
    List<GalleryRecord> divided = new ArrayList<>();
    for (int i = 0; i < gallery.size(); i++) {
      GalleryRecord record = gallery.get(i);
      GalleryEntry entry =
          GalleryEntry.parseFrom(record.value()).toBuilder()
              .clearWatchlists()
              .addWatchlists(watchlists[i % watchlists.length])
              .build();
      divided.add(
          Fixtures.record(
              record.offset(),
              new String(record.key(), StandardCharsets.UTF_8),
              entry.toByteArray()));
    }
    return divided;
  }
}
