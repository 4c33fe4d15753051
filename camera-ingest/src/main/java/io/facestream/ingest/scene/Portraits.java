package io.facestream.ingest.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Photos of one person for enrolment, before a plain wall. */
final class Portraits {

  private static final int QUALITY = 92;

  /** Yaw, nod, light and strength of the main light, unit in pixels, roll, wall. */
  private static final float[][] SITTINGS = {
    {0, 0, -0.7f, 1, 62, 0, 0xb9bcbe},
    {0.15f, 0.02f, -0.7f, 1, 48, 0.03f, 0xa9b4ac},
    {-0.15f, 0, 0.5f, 0.95f, 40, -0.03f, 0xc4bcb0},
  };

  private Portraits() {}

  static List<byte[]> of(Actor actor) {
    List<byte[]> pictures = new ArrayList<>();
    for (float[] s : SITTINGS) {
      int width = (int) (s[4] * 6);
      int height = (int) (s[4] * 7.2f);
      Canvas canvas = new Canvas(width, height);
      Arrays.fill(canvas.pixels, (int) s[6]);
      HeadPose pose = new HeadPose(s[0], s[1], s[2], s[3]);
      actor.draw(canvas, width / 2f, height * 0.44f, s[4], s[5], pose);
      pictures.add(JpegPicture.encode(canvas, QUALITY));
    }
    return pictures;
  }
}
