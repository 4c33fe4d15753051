package io.facestream.console.policies;

import static io.facestream.console.testing.TestEvents.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.client.policies.PolicyTopic;
import io.facestream.console.DeskTopics;
import io.facestream.console.access.Scope;
import io.facestream.console.policies.Rehearsals.Impossible;
import io.facestream.console.testing.NamedFaces;
import io.facestream.console.testing.TestBroker;
import io.facestream.policies.rehearsal.RehearsalLimit;
import io.facestream.policies.rehearsal.TopicRehearsal;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a rehearsal may take of the console. */
class RehearsalsITCase {
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  private final DeskTopics desk = TestBroker.fresh();

  @BeforeEach
  void seeTwo() {
    for (int i = 0; i < 2; i++) {
      TestBroker.write(
          desk.topics().verdicts().name(),
          "lobby",
          NamedFaces.verdict("builtin", "lobby", i, Instant.now(), person("ada"), 0.6));
    }
  }

  private Rehearsals upTo(long verdicts, Duration longest) {
    PolicyTopic policies = new PolicyTopic(desk.connection(), desk.topics().policies().name());
    return new Rehearsals(
        new TopicRehearsal(
            desk.connection(),
            desk.topics().verdicts().name(),
            new RehearsalLimit(verdicts, longest)),
        new PolicyDesk(policies, new StandingPolicies(null)));
  }

  private static Map<PolicyKey, Policy> higher() {
    return Map.of(PolicyKey.DEFAULT, Policy.ofThreshold(0.7));
  }

  @Test
  void shouldReadNoMoreThanItMay() {
    Rehearsals two = upTo(2, Duration.ofMinutes(1));
    assertThat(two.run(higher(), LONG_AGO, Scope.ALL).frames()).isEqualTo(2);
    for (Rehearsals less :
        new Rehearsals[] {upTo(1, Duration.ofMinutes(1)), upTo(2, Duration.ZERO)}) {
      assertThatThrownBy(() -> less.run(higher(), LONG_AGO, Scope.ALL))
          .isInstanceOfSatisfying(
              Impossible.class, e -> assertThat(e.reason()).isEqualTo(Impossible.Reason.TOO_MUCH));
    }
  }

  @Test
  void shouldDoOneAtATime() throws InterruptedException {
    Rehearsals rehearsals = upTo(2, Duration.ofMinutes(1));
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Map<PolicyKey, Policy> held =
        new LinkedHashMap<>(higher()) {
          private static final long serialVersionUID = 1L;

          @Override
          public void forEach(BiConsumer<? super PolicyKey, ? super Policy> action) {
            begun.countDown();
            try {
              goOn.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            super.forEach(action);
          }
        };
    CompletableFuture<Long> first =
        CompletableFuture.supplyAsync(
            () -> rehearsals.run(held, LONG_AGO, Scope.ALL).alertsAfter());
    begun.await();
    assertThatThrownBy(() -> rehearsals.run(higher(), LONG_AGO, Scope.ALL))
        .isInstanceOfSatisfying(
            Impossible.class, e -> assertThat(e.reason()).isEqualTo(Impossible.Reason.BUSY));
    goOn.countDown();
    assertThat(first.join()).isZero();
    assertThat(rehearsals.run(higher(), LONG_AGO, Scope.ALL).alertsBefore()).isEqualTo(2);
  }
}
