package io.facestream.job.negatives;

import static io.facestream.job.testing.Fixtures.towards;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facestream.decision.NearerExample;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownExamplesTest {
  private static final float[] FACE = towards(0, 0);
  private static final long END = 5_000;

  private final KnownExamples known =
      new KnownExamples(List.of(example("b", 0.5), example("a", 0.4), example("c", 0.9)));

  @Test
  void shouldNameTheNearestThatIsNearerThanThePerson() {
    NearerExample nearer = known.nearer("ada", 0.8, FACE, 0);
    assertThat(nearer.templateId()).isEqualTo("a");
    assertThat(nearer.similarity()).isCloseTo(Math.cos(0.4), within(1e-6));
    assertThat(nearer.until()).isEqualTo(Instant.ofEpochMilli(END));
    assertThat(known.nearer("ada", 0.93, FACE, 0)).as("the person is nearer").isNull();
    assertThat(known.nearer("ben", 0.8, FACE, 0)).as("of another person").isNull();
  }

  @Test
  void shouldNotCountWhatIsOnlyAsNear() {
    known.take(ExampleChange.of(example("same", 0)));
    assertThat(known.nearer("ada", 1, FACE, 0)).isNull();
  }

  @Test
  void shouldNotDependOnTheOrderAmongEqualOnes() {
    known.take(ExampleChange.of(example("z", 0.4)));
    known.take(ExampleChange.of(example("A", 0.4)));
    assertThat(known.nearer("ada", 0.8, FACE, 0).templateId()).isEqualTo("A");
  }

  @Test
  void shouldCountUntilItsEndByTheCaptureTime() {
    assertThat(known.nearer("ada", 0.8, FACE, END - 1)).isNotNull();
    assertThat(known.nearer("ada", 0.8, FACE, END)).isNull();
  }

  @Test
  void shouldForgetWhatIsGoneAndWhatWasReplaced() {
    known.take(ExampleChange.gone("a"));
    assertThat(known.nearer("ada", 0.8, FACE, 0).templateId()).isEqualTo("b");
    known.take(ExampleChange.of(new NegativeExample("b", "ben", towards(0, 0.5), END)));
    assertThat(known.nearer("ada", 0.8, FACE, 0)).isNull();
    assertThat(known.nearer("ben", 0.8, FACE, 0)).isNotNull();
    known.take(ExampleChange.gone("never there"));
  }

  @Test
  void shouldCompareByTheAngleAlone() {
    float[] longer = {1.009f, 0, 0, 0};
    known.take(ExampleChange.of(new NegativeExample("long", "cem", longer, END)));
    assertThat(known.nearer("cem", 0.5, FACE, 0).similarity()).isEqualTo(1);
  }

  private static NegativeExample example(String id, double turn) {
    return new NegativeExample(id, "ada", towards(0, turn), END);
  }
}
