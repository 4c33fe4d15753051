package io.facestream.ingest.scene;

/**
 * A person at one moment: the point between the eyes and the size of a unit in heights of the
 * picture, the turn of the head in radians.
 */
record Placement(Actor actor, float x, float y, float unit, float yaw, float roll) {

  /** Whether the person's head or body is drawn over a point. */
  boolean covers(float px, float py) {
    float u = Math.abs(px - x) / unit;
    float v = (py - y) / unit;
    Look look = actor.look;
    float wide = look.head().width() + 0.1f + Math.max(0, look.hair().sides());
    boolean head = v > -2.1f && v < Math.max(look.head().chin(), look.hair().length()) && u < wide;
    boolean body = v > look.head().chin() && u < 3.3f * look.clothes().build();
    return head || body;
  }
}
