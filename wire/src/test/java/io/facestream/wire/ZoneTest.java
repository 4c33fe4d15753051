package io.facestream.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ZoneTest {
  private static final Zone LEFT_HALF = zone(0, 0, 0.5, 0, 0.5, 1, 0, 1);
  private static final Zone RIGHT_HALF = zone(0.5, 1, 1, 1, 1, 0, 0.5, 0);

  private final Random random = new Random(17);

  private static Zone zone(double... xy) {
    List<Point> corners = new ArrayList<>();
    for (int i = 0; i < xy.length; i += 2) {
      corners.add(new Point(xy[i], xy[i + 1]));
    }
    return new Zone(corners);
  }

  private Zone anyZone(int corners) {
    double[] xy = random.doubles(2L * corners).toArray();
    return zone(xy);
  }

  private static Box faceAt(double x, double y) {
    return new Box(x - 0.05, y - 0.05, 0.1, 0.1);
  }

  @Test
  void shouldHoldFacesByTheMiddleOfTheirBoxes() {
    assertThat(Zone.anyHolds(List.of(LEFT_HALF), new Box(0.35, 0.2, 0.28, 0.4))).isTrue();
    assertThat(Zone.anyHolds(List.of(LEFT_HALF), new Box(0.4, 0.2, 0.28, 0.4))).isFalse();
    assertThat(Zone.anyHolds(List.of(), faceAt(0.2, 0.2))).isFalse();
    assertThat(Zone.anyHolds(List.of(RIGHT_HALF, LEFT_HALF), faceAt(0.2, 0.2))).isTrue();
  }

  @Test
  void shouldHoldFacesWhoseMiddleIsAtTheBorderOrBeyond() {
    for (double y : new double[] {-0.1, 0, 0.3, 1, 1.1}) {
      for (double x : new double[] {1, 1.2}) {
        assertThat(Zone.anyHolds(List.of(RIGHT_HALF), faceAt(x, y))).as("%s %s", x, y).isTrue();
      }
      assertThat(Zone.anyHolds(List.of(LEFT_HALF), faceAt(-0.1, y))).isTrue();
    }
  }

  @Test
  void shouldNotDependOnWhereAndWhichWayTheCornersBegin() {
    for (int round = 0; round < 2_000; round++) {
      Zone zone = anyZone(3 + random.nextInt(8));
      List<Point> otherwise = new ArrayList<>(zone.corners());
      Collections.rotate(otherwise, random.nextInt(otherwise.size()));
      if (random.nextBoolean()) {
        Collections.reverse(otherwise);
      }
      double x = random.nextDouble();
      double y = random.nextBoolean() ? random.nextDouble() : otherwise.get(0).y();
      assertThat(new Zone(otherwise).holds(x, y)).isEqualTo(zone.holds(x, y));
    }
  }

  /** Also points on the line between the two, on its ends, and level with a corner. */
  @Test
  void shouldHaveEachPointInExactlyOneOfTwoPartsOfAZone() {
    for (int round = 0; round < 5_000; round++) {
      Point one = new Point(0, random.nextDouble());
      Point other = new Point(1, random.nextDouble());
      Zone upper = new Zone(List.of(new Point(0, 0), new Point(1, 0), other, one));
      Zone lower = new Zone(List.of(new Point(0, 1), one, other, new Point(1, 1)));
      double along = random.nextInt(4) / 4.0;
      double x = along;
      double y =
          random.nextBoolean()
              ? one.y() + along * (other.y() - one.y())
              : random.nextBoolean() ? one.y() : Math.nextDown(other.y());
      assertThat(upper.holds(x, y)).as("%s %s of %s", x, y, upper).isNotEqualTo(lower.holds(x, y));
    }
  }

  @Test
  void shouldAgreeWithHalfPlanesOnTriangles() {
    for (int round = 0; round < 5_000; round++) {
      Zone triangle = anyZone(3);
      Point p = new Point(random.nextDouble(), random.nextDouble());
      List<Point> c = triangle.corners();
      boolean left = side(c.get(0), c.get(1), p) > 0;
      boolean within =
          side(c.get(1), c.get(2), p) > 0 == left && side(c.get(2), c.get(0), p) > 0 == left;
      assertThat(triangle.holds(p.x(), p.y())).isEqualTo(within);
    }
  }

  private static double side(Point from, Point to, Point p) {
    return (to.x() - from.x()) * (p.y() - from.y()) - (to.y() - from.y()) * (p.x() - from.x());
  }

  @Test
  void shouldLeaveOutWhatAZoneThatCrossesItselfEncirclesTwice() {
    Zone star = zone(0.5, 0, 0.8, 1, 0, 0.4, 1, 0.4, 0.2, 1);
    assertThat(star.holds(0.5, 0.2)).isTrue();
    assertThat(star.holds(0.5, 0.55)).as("its middle").isFalse();
  }
}
