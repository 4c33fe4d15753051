package io.facestream.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.facestream.wire.FalseMatchCurve.Reading;
import io.facestream.wire.FalseMatchCurve.Reading.BeyondLoosest;
import io.facestream.wire.FalseMatchCurve.Reading.BeyondStrictest;
import io.facestream.wire.FalseMatchCurve.Reading.Measured;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FalseMatchCurveTest {
  private static final Models MODELS = new Models("standard", "yunet-n", "mobilefacenet-128");

  /** One in a hundred at 0.2, one in ten thousand at 0.4, one in a hundred thousand at 0.5. */
  static FalseMatchCurve curve() {
    return curveOf(new CurvePoint(1e-2, 0.2), new CurvePoint(1e-4, 0.4), new CurvePoint(1e-5, 0.5));
  }

  private static FalseMatchCurve curveOf(CurvePoint... points) {
    return FalseMatchCurve.of(MODELS, "drawn people", 1_000_000, 500, List.of(points));
  }

  @ParameterizedTest
  @CsvSource({"0.01,0.2", "0.001,0.3", "1e-4,0.4", "1e-5,0.5", "3.16227766e-5,0.45"})
  void shouldReadBetweenThePointsByTheLogarithm(double rate, double cosine) {
    assertThat(curve().cosineFor(rate)).isInstanceOf(Measured.class);
    assertThat(curve().cosineFor(rate).value()).isCloseTo(cosine, within(1e-9));
    assertThat(curve().fmrAt(cosine)).isInstanceOf(Measured.class);
    assertThat(curve().fmrAt(cosine).value()).isCloseTo(rate, within(rate * 1e-8));
  }

  @Test
  void shouldSayWhenMoreIsAskedForThanWasMeasured() {
    assertThat(curve().cosineFor(9e-6)).isEqualTo(new BeyondStrictest(0.5));
    assertThat(curve().cosineFor(0)).isEqualTo(new BeyondStrictest(0.5));
    assertThat(curve().cosineFor(0.011)).isEqualTo(new BeyondLoosest(0.2));
    assertThat(curve().fmrAt(0.501)).isEqualTo(new BeyondStrictest(1e-5));
    assertThat(curve().fmrAt(0.199)).isEqualTo(new BeyondLoosest(1e-2));
  }

  @Test
  void shouldComeBackFromEveryCosineToItself() {
    Random random = new Random(7);
    double last = 1;
    for (double cosine : random.doubles(500, 0.2, 0.5).sorted().toArray()) {
      Reading rate = curve().fmrAt(cosine);
      assertThat(rate.value()).isLessThanOrEqualTo(last);
      assertThat(curve().cosineFor(rate.value()).value()).isCloseTo(cosine, within(1e-9));
      last = rate.value();
    }
  }

  @Test
  void shouldRefusePointsThatGoBack() {
    CurvePoint first = new CurvePoint(1e-2, 0.2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> curveOf(first))
        .withMessage("A curve has at least two points");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> curveOf(first, new CurvePoint(1e-2, 0.3)))
        .withMessageStartingWith("Point 2 of the curve must have a lower rate");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> curveOf(first, new CurvePoint(1e-3, 0.2)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, 1.1, Double.NaN})
  void shouldRefuseWhatIsNoRate(double rate) {
    assertThatIllegalArgumentException().isThrownBy(() -> new CurvePoint(rate, 0.5));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void shouldRefuseToReadWhatIsNoRateOrCosine(double value) {
    assertThatIllegalArgumentException().isThrownBy(() -> curve().cosineFor(value));
    assertThatIllegalArgumentException().isThrownBy(() -> curve().fmrAt(value * 20));
  }

  @ParameterizedTest
  @CsvSource({
    "/points/0/falseMatchRate,0",
    "/points/0/cosine,1.5",
    "/comparisons,0",
    "/people,1",
    "/schema,1"
  })
  void shouldBeRefusedByItsSchemaWhenOutOfRange(String field, double value) {
    ObjectNode json = SchemaCheck.tree(curve());
    int slash = field.lastIndexOf('/');
    ((ObjectNode) json.at(field.substring(0, slash))).put(field.substring(slash + 1), value);
    assertThat(SchemaCheck.errors(Schemas.FALSE_MATCH_CURVE, json.toString())).isNotEmpty();
  }
}
