package io.facestream.console.once;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.console.once.KeptAnswers.Answer;
import io.facestream.console.once.KeptAnswers.Kind;
import io.facestream.console.once.KeptAnswers.Known;
import io.facestream.console.once.KeptAnswers.Named;
import io.facestream.console.store.Database;
import io.facestream.console.testing.OnEachDatabase;
import io.facestream.console.testing.TestClock;
import io.facestream.console.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class KeptAnswersITCase {
  private static final Named REQUEST = new Named("key:a", "name", "body");
  private static final Answer MADE = new Answer(201, "application/json", new byte[] {'{', '}'});

  @Parameter private TestDatabase kind;

  private final TestClock clock = new TestClock();
  private Database database;
  private KeptAnswers answers;

  @BeforeEach
  void start() {
    database = Database.open(kind.fresh());
    answers = new KeptAnswers(database.jdbi(), clock);
  }

  @AfterEach
  void end() {
    database.close();
  }

  private Kind kindOf(Named request) {
    return answers.begin(request).kind();
  }

  @Test
  void shouldAnswerTheSameAgainForADay() {
    Known first = answers.begin(REQUEST);
    assertThat(first.kind()).isEqualTo(Kind.FIRST);
    assertThat(kindOf(REQUEST)).isEqualTo(Kind.TWIN);
    answers.finish(REQUEST, first, MADE, null);

    Known again = answers.begin(REQUEST);
    assertThat(again.kind()).isEqualTo(Kind.ANSWERED);
    assertThat(again.answer().status()).isEqualTo(201);
    assertThat(again.answer().body()).isEqualTo(MADE.body());
    assertThat(kindOf(new Named("key:a", "name", "other"))).isEqualTo(Kind.OTHER);
    assertThat(kindOf(new Named("key:b", "name", "other"))).isEqualTo(Kind.FIRST);

    clock.pass(KeptAnswers.LASTS.minusSeconds(1));
    answers.dropEnded();
    assertThat(kindOf(REQUEST)).isEqualTo(Kind.ANSWERED);
    clock.pass(Duration.ofSeconds(1));
    assertThat(kindOf(REQUEST)).isEqualTo(Kind.FIRST);
  }

  @Test
  void shouldLetBeTriedAgainWhatMadeNothing() {
    answers.giveUp(REQUEST, answers.begin(REQUEST));
    assertThat(kindOf(REQUEST)).isEqualTo(Kind.FIRST);
  }

  @Test
  void shouldNotWaitForAProcessThatEnded() {
    Known left = answers.begin(REQUEST);
    clock.pass(Duration.ofMinutes(2));
    Known next = answers.begin(REQUEST);
    assertThat(next.kind()).isEqualTo(Kind.FIRST);
    // It lives after all: the answer of the later one counts.
    answers.finish(REQUEST, left, MADE, null);
    answers.giveUp(REQUEST, left);
    assertThat(kindOf(REQUEST)).isEqualTo(Kind.TWIN);
  }

  @Test
  void shouldKeepNothingOfSomebodyErasedButThatItWasDone() {
    answers.finish(REQUEST, answers.begin(REQUEST), MADE, "ada");
    database.jdbi().useHandle(handle -> KeptAnswers.forget(handle, "ada"));
    Known again = answers.begin(REQUEST);
    assertThat(again.kind()).isEqualTo(Kind.ANSWERED);
    assertThat(again.answer().body()).isNull();
  }

  @Test
  void shouldKeepNothingOfSomebodyErasedBeforeItWasAnswered() {
    Known known = answers.begin(REQUEST);
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO erasures (id, person_id, watchlists, at, templates, gallery_ends)"
                        + " VALUES ('e', 'ada', '', ?, 1, '')",
                    clock.instant()));
    answers.finish(REQUEST, known, MADE, "ada");
    assertThat(answers.begin(REQUEST).answer().body()).isNull();
    Named other = new Named("key:a", "other", "body");
    answers.finish(other, answers.begin(other), MADE, "bob");
    assertThat(answers.begin(other).answer().body()).isEqualTo(MADE.body());
  }

  @Test
  void shouldDropWhatIsOver() {
    answers.finish(REQUEST, answers.begin(REQUEST), MADE, null);
    clock.pass(KeptAnswers.LASTS);
    assertThat(answers.dropEnded()).isEqualTo(1);
  }
}
