package io.facestream.ingest.scene;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A person with the pictures it is drawn from. Heads are kept per turn and light; painting one
 * takes some ten milliseconds, laying it less than one.
 */
final class Actor {

  /** Turns between two kept heads, radians; finer steps cannot be seen at the scene's sizes. */
  private static final float YAW_STEP = 0.05f;

  private static final int KEPT_HEADS = 14;
  private static final float SHARPEST = 1.5f;

  final Person person;
  final Look look;
  private HeadRenderer renderer;
  private Sprite[] body;
  private final Map<HeadPose, Sprite[]> heads =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<HeadPose, Sprite[]> eldest) {
          return size() > KEPT_HEADS;
        }
      };

  Actor(Person person, Look look) {
    this.person = person;
    this.look = look;
  }

  /** Draws the person with its eyes at (x, y), one unit being so many pixels large. */
  void draw(Canvas canvas, float x, float y, float unit, float roll, HeadPose pose) {
    Sprite torso = fitting(body(), unit);
    canvas.lay(
        torso,
        -BodyPainter.LEFT * torso.perUnit,
        -BodyPainter.TOP * torso.perUnit,
        x,
        y,
        unit,
        0.3f * roll);
    Sprite head = fitting(head(pose), unit);
    canvas.lay(
        head, -HeadTexture.LEFT * head.perUnit, -HeadTexture.TOP * head.perUnit, x, y, unit, roll);
  }

  private synchronized Sprite[] body() {
    if (body == null) {
      body = levels(new BodyPainter(look).paint());
    }
    return body;
  }

  private synchronized Sprite[] head(HeadPose pose) {
    float yaw = Math.round(pose.yaw() / YAW_STEP) * YAW_STEP;
    HeadPose near = new HeadPose(yaw, pose.nod(), pose.light(), pose.strength());
    Sprite[] known = heads.get(near);
    if (known == null) {
      if (renderer == null) {
        renderer = new HeadRenderer(new HeadTexture(look));
      }
      known = levels(renderer.render(near));
      heads.put(near, known);
    }
    return known;
  }

  private static Sprite[] levels(Sprite full) {
    Sprite[] levels = new Sprite[4];
    levels[0] = full;
    for (int i = 1; i < levels.length; i++) {
      levels[i] = levels[i - 1].half();
    }
    return levels;
  }

  private static Sprite fitting(Sprite[] levels, float unit) {
    int i = 0;
    while (i < levels.length - 1 && levels[i].perUnit > unit * SHARPEST) {
      i++;
    }
    return levels[i];
  }
}
