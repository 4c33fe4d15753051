package io.facestream.job.kafka;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.client.KafkaConnection;
import io.facestream.embedded.kafka.EmbeddedKafka;
import io.facestream.job.options.Delivery;
import io.facestream.options.BadOptionsException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BrokerLimitsITCase {
  private static EmbeddedKafka broker;

  @BeforeAll
  static void startBroker() {
    broker = EmbeddedKafka.start();
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void shouldTakeTheBrokersOwnLimit() {
    assertThatCode(() -> check(true, Duration.ofMinutes(15))).doesNotThrowAnyException();
  }

  @Test
  void shouldRefuseALongerTimeoutAndNameBothLimits() {
    assertThatThrownBy(() -> check(true, Duration.ofHours(1)))
        .isInstanceOf(BadOptionsException.class)
        .hasMessage(
            "--transaction-timeout is 3600000 ms, the broker allows 900000 ms;"
                + " lower it, or raise transaction.max.timeout.ms there");
  }

  @Test
  void shouldNotAskWithoutTransactions() {
    assertThatCode(() -> check(false, Duration.ofHours(1))).doesNotThrowAnyException();
  }

  private static void check(boolean exactlyOnce, Duration timeout) {
    BrokerLimits.check(
        new Delivery(exactlyOnce, "job", timeout), KafkaConnection.to(broker.bootstrapServers()));
  }
}
