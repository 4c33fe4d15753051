package io.facestream.ingest.scene;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells from the placements of a moment what a recogniser may be expected to see. */
final class TruthTeller {

  /** Narrower faces carry too little for the models at hand (their own limit is 32 pixels). */
  static final int LEAST_WIDTH = 44;

  private static final float MOST_YAW = 0.28f;
  private static final double LEAST_VISIBLE = 0.97;
  private static final int SAMPLES = 9;
  private static final float BROW = -0.72f;

  private final SceneOptions options;

  TruthTeller(SceneOptions options) {
    this.options = options;
  }

  SceneTruth tell(long sequence, List<Placement> present) {
    List<SceneFace> faces = new ArrayList<>();
    for (int i = 0; i < present.size(); i++) {
      faces.add(face(present.get(i), present.subList(i + 1, present.size())));
    }
    return new SceneTruth(sequence, faces);
  }

  private SceneFace face(Placement p, List<Placement> nearer) {
    Look.Head head = p.actor().look.head();
    float left = p.x() + p.unit() * (0.55f * p.yaw() - 0.97f * head.width());
    float width = p.unit() * 1.94f * head.width();
    float top = p.y() + p.unit() * BROW;
    float height = p.unit() * (head.chin() - BROW);
    double visible = visible(left, top, width, height, nearer);
    int pixels = options.height();
    boolean recognisable =
        width * pixels >= LEAST_WIDTH && visible >= LEAST_VISIBLE && Math.abs(p.yaw()) <= MOST_YAW;
    Person person = p.actor().person;
    return new SceneFace(
        person.id(),
        person.stranger(),
        round(left * pixels),
        round(top * pixels),
        round(width * pixels),
        round(height * pixels),
        round(Math.toDegrees(p.yaw())),
        round(visible),
        recognisable);
  }

  private double visible(float left, float top, float width, float height, List<Placement> nearer) {
    float aspect = options.width() / (float) options.height();
    int seen = 0;
    for (int i = 0; i < SAMPLES * SAMPLES; i++) {
      float x = left + width * (i % SAMPLES) / (SAMPLES - 1);
      float y = top + height * (i / SAMPLES) / (SAMPLES - 1);
      boolean inside = x >= 0 && y >= 0 && x < aspect && y < 1;
      if (inside && nearer.stream().noneMatch(p -> p.covers(x, y))) {
        seen++;
      }
    }
    return seen / (double) (SAMPLES * SAMPLES);
  }

  private static double round(double value) {
    return Math.round(value * 100) / 100.0;
  }

  /** Joins the recognisable faces of consecutive pictures to appearances, by first picture. */
  static List<Appearance> appearances(Iterable<SceneTruth> truths, double rate) {
    List<Appearance> done = new ArrayList<>();
    Map<String, SceneFace> open = new LinkedHashMap<>();
    Map<String, Long> since = new LinkedHashMap<>();
    long sequence = -1;
    for (SceneTruth truth : truths) {
      Map<String, SceneFace> now = new LinkedHashMap<>();
      truth.faces().stream().filter(SceneFace::recognisable).forEach(f -> now.put(f.person(), f));
      for (SceneFace face : List.copyOf(open.values())) {
        if (!now.containsKey(face.person())) {
          open.remove(face.person());
          done.add(appearance(face, since.remove(face.person()), sequence, rate));
        }
      }
      now.forEach((person, face) -> open.putIfAbsent(person, face));
      now.keySet().forEach(person -> since.putIfAbsent(person, truth.sequence()));
      sequence = truth.sequence();
    }
    for (SceneFace face : open.values()) {
      done.add(appearance(face, since.get(face.person()), sequence, rate));
    }
    done.sort(Comparator.comparingLong(Appearance::first));
    return done;
  }

  private static Appearance appearance(SceneFace face, long first, long last, double rate) {
    long millis = Math.round((last - first + 1) * 1000 / rate);
    return new Appearance(face.person(), face.stranger(), first, last, Duration.ofMillis(millis));
  }
}
