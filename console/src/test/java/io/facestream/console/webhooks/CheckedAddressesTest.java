package io.facestream.console.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.console.testing.Receiver;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Names that mean another address than one would think, at a receiver who is really there. */
class CheckedAddressesTest {
  private final Receiver receiver = new Receiver();
  private int lookups;

  @AfterEach
  void end() {
    receiver.close();
  }

  private Receivers.Answer post(Reach reach, CheckedAddresses.Lookup lookup) throws Exception {
    BlockingQueue<Receivers.Answer> answers = new LinkedBlockingQueue<>();
    try (Receivers receivers = new Receivers(reach, lookup, Duration.ofSeconds(15))) {
      URI url = URI.create("http://shop.example:" + receiver.port() + "/hook");
      receivers.post(url, Map.of("webhook-id", "x"), "application/json", "{}", answers::add);
      return answers.poll(30, TimeUnit.SECONDS);
    }
  }

  private static InetAddress[] addresses(String... texts) throws UnknownHostException {
    InetAddress[] addresses = new InetAddress[texts.length];
    for (int i = 0; i < texts.length; i++) {
      addresses[i] = InetAddress.getByName(texts[i]);
    }
    return addresses;
  }

  @Test
  void shouldNotConnectToThisMachineByAPublicName() throws Exception {
    Receivers.Answer answer = post(Reach.PUBLIC, host -> addresses("127.0.0.1", "10.0.0.1"));
    assertThat(answer.status()).isNull();
    assertThat(answer.failure()).contains("may not send to");
    assertThat(receiver.told()).isEmpty();
  }

  /** The first answer is fine, the second would be this machine. */
  @Test
  void shouldConnectToWhatItHasChecked() throws Exception {
    Receivers.Answer answer =
        post(
            Reach.PRIVATE_TOO, host -> addresses(lookups++ == 0 ? "127.0.0.1" : "169.254.169.254"));
    assertThat(answer.status()).isEqualTo(204);
    assertThat(lookups).isEqualTo(1);
  }

  @Test
  void shouldSayThatANameIsNotKnown() throws Exception {
    Receivers.Answer answer =
        post(
            Reach.PUBLIC,
            host -> {
              throw new UnknownHostException(host);
            });
    assertThat(answer.failure()).isEqualTo("its name is not known");
  }

  /** Name servers that say nothing, for more names than there are threads for answers. */
  @Test
  void shouldNotLetSilentNameServersDelayOthers() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    BlockingQueue<Receivers.Answer> answers = new LinkedBlockingQueue<>();
    CheckedAddresses.Lookup lookup =
        host -> {
          if (host.startsWith("silent")) {
            awaitEnd(end);
          }
          return addresses("127.0.0.1");
        };
    try (Receivers receivers = new Receivers(Reach.PRIVATE_TOO, lookup, Duration.ofSeconds(60))) {
      for (int i = 0; i < 20; i++) {
        URI url = URI.create("http://silent" + i % 10 + ".example:1/");
        receivers.post(url, Map.of(), "application/json", "{}", answer -> {});
      }
      URI url = URI.create("http://shop.example:" + receiver.port() + "/hook");
      receivers.post(url, Map.of("webhook-id", "x"), "application/json", "{}", answers::add);
      assertThat(answers.poll(30, TimeUnit.SECONDS))
          .extracting(Receivers.Answer::status)
          .isEqualTo(204);
    } finally {
      end.countDown();
    }
  }

  private static void awaitEnd(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void shouldNotFollowToAnotherAddress() throws Exception {
    receiver.answering(307);
    Receivers.Answer answer = post(Reach.PRIVATE_TOO, host -> addresses("127.0.0.1"));
    assertThat(answer.status()).isEqualTo(307);
    assertThat(receiver.told()).hasSize(1);
  }
}
