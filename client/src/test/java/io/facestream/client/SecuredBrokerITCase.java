package io.facestream.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.client.follow.TopicFollower;
import io.facestream.client.frames.FrameToWrite;
import io.facestream.client.frames.FrameWriter;
import io.facestream.client.gallery.GalleryReader;
import io.facestream.client.gallery.GalleryTopic;
import io.facestream.client.gallery.GalleryWriter;
import io.facestream.client.testing.SecuredBroker;
import io.facestream.client.testing.ShortPatience;
import io.facestream.client.topics.AccessCheck;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.client.topics.TopicCheck;
import io.facestream.wire.FrameRequest;
import io.facestream.wire.Remedy;
import io.facestream.wire.TopicSet;
import io.facestream.wire.Topics;
import io.facestream.wire.proto.GalleryEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Brokers that ask who comes. Each wrong setting ends in a line that names cause and cure, and in
 * time: Kafka's own clients would try for a minute, or for ever.
 */
@Tag("thorough")
@Timeout(60)
class SecuredBrokerITCase {
  private static final short ALONE = 1;
  private static final TopicSet ALLOWED = Topics.USUAL.prefixed("allowed.");
  private static final TopicSet CLOSED = Topics.USUAL.prefixed("closed.");

  private static SecuredBroker broker;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = SecuredBroker.start();
    broker.allow(
        ResourceType.TOPIC,
        "allowed.",
        AclOperation.READ,
        AclOperation.WRITE,
        AclOperation.DESCRIBE_CONFIGS);
    broker.allow(ResourceType.TOPIC, "readable.", AclOperation.READ);
    broker.allow(ResourceType.GROUP, "allowed", AclOperation.READ);
    broker.allow(ResourceType.TRANSACTIONAL_ID, "allowed", AclOperation.WRITE);
    TopicAdmin.createMissing(broker.admin(), ALONE, ALLOWED.all());
    TopicAdmin.createMissing(broker.admin(), ALONE, CLOSED.all());
    TopicAdmin.createMissing(
        broker.admin(), ALONE, List.of(Topics.USUAL.prefixed("readable.").frames()));
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void shouldLetAUserInByPassword() throws Exception {
    requireAllIsWell(by(broker.plain(SecuredBroker.PASSWORD)));
  }

  @Test
  void shouldLetAUserInByScram() throws Exception {
    requireAllIsWell(by(broker.scram(SecuredBroker.PASSWORD)));
  }

  @Test
  void shouldLetAUserInByToken() throws Exception {
    requireAllIsWell(by(broker.token()));
  }

  @Test
  void shouldLetAUserInByCertificate() throws Exception {
    requireAllIsWell(KafkaConnection.to(broker.certifiedBootstrapServers(), broker.certified()));
  }

  private static void requireAllIsWell(KafkaConnection connection) throws Exception {
    TopicSet topics = ALLOWED;
    assertThat(TopicAdmin.createMissing(connection, ALONE, topics.all())).isEmpty();
    assertThat(TopicCheck.differences(connection, topics.all())).isEmpty();
    AccessCheck.of(connection)
        .reads(topics.frames().name())
        .writes(topics.frames().name())
        .commits("allowed")
        .transacts("allowed-verdicts")
        .require();
    CompletableFuture<Exception> answer = new CompletableFuture<>();
    try (FrameWriter writer =
        FrameWriter.open(connection, topics.frames().name(), "facestream-test")) {
      writer.write(
          // Of now: what is older than the topic's retention may be deleted before it is read.
          FrameToWrite.of("lobby", 0, System.currentTimeMillis(), new byte[] {1}, "image/jpeg")
              .asking(FrameRequest.of("r-1")),
          0,
          answer::complete);
      assertThat(answer.get()).isNull();
    }
    CompletableFuture<byte[]> request = new CompletableFuture<>();
    try (TopicFollower follower =
        TopicFollower.start(
            connection,
            Duration.ZERO,
            Map.of(
                topics.frames().name(),
                record ->
                    request.complete(record.headers().lastHeader("facestream-request").value())))) {
      follower.drain();
    }
    assertThat(request.get()).asString().isEqualTo("r-1");
    GalleryTopic gallery = new GalleryTopic(connection, topics.gallery().name());
    gallery.createIfMissing();
    try (GalleryWriter writer = GalleryWriter.open(gallery)) {
      writer.put("ada/1", GalleryEntry.newBuilder().setPersonId("ada").addEmbedding(1).build());
    }
    try (GalleryReader reader = GalleryReader.open(gallery)) {
      assertThat(reader.latest((id, entry) -> id)).containsKey("ada/1");
    }
  }

  /** Everything by which one gets in touch; each must tell by itself. */
  private static Stream<ThrowingCallable> firstContacts(KafkaConnection connection) {
    String frames = ALLOWED.frames().name();
    return Stream.of(
        () -> TopicAdmin.createMissing(connection, ALONE, ALLOWED.all()),
        () -> AccessCheck.of(connection).reads(frames).require(),
        () -> FrameWriter.open(connection, frames, "facestream-test").close(),
        () -> GalleryReader.open(new GalleryTopic(connection, ALLOWED.gallery().name())).close(),
        () -> {
          try (TopicFollower follower =
              TopicFollower.start(connection, Duration.ZERO, Map.of(frames, record -> {}))) {
            follower.drain();
          }
        });
  }

  @Test
  void shouldSayThatThePasswordIsWrong() {
    Path file = broker.plain("wr0ng-of-facestream");
    firstContacts(by(file))
        .forEach(
            contact ->
                assertThatThrownBy(contact)
                    .isInstanceOf(BrokerRefusedException.class)
                    .hasMessageContaining("does not let this user in")
                    .hasMessageContaining("Check sasl.mechanism and sasl.jaas.config in " + file)
                    .satisfies(SecuredBrokerITCase::requireOneLineWithoutSecret));
  }

  @Test
  void shouldSayThatTheCertificateIsNotTrusted() {
    Path file = broker.distrusting();
    firstContacts(by(file))
        .forEach(
            contact ->
                assertThatThrownBy(contact)
                    .isInstanceOf(BrokerRefusedException.class)
                    .hasMessageStartingWith("No trust between this side and the broker at")
                    .hasMessageContaining("ssl.truststore.*")
                    .hasMessageContaining(file.toString())
                    .satisfies(SecuredBrokerITCase::requireOneLineWithoutSecret));
  }

  @Test
  void shouldSayThatTheBrokerMayAskForMoreThanWasGiven() {
    KafkaConnection open = KafkaConnection.to(broker.bootstrapServers());
    try (var patience = ShortPatience.ofASecond()) {
      assertThatThrownBy(() -> TopicAdmin.createMissing(open, ALONE, ALLOWED.all()))
          .isInstanceOfSatisfying(
              BrokerUnreachableException.class,
              e -> assertThat(e.remedies()).contains(Remedy.CONNECTION_SETTINGS));
    }
  }

  @Test
  void shouldNameTheRightsThatAreMissing() {
    KafkaConnection connection = by(broker.plain(SecuredBroker.PASSWORD));
    assertThatThrownBy(
            () ->
                AccessCheck.of(connection)
                    .reads(ALLOWED.frames().name())
                    .reads(CLOSED.gallery().name())
                    .writes("readable.frames")
                    .commits("closed")
                    .transacts("closed-verdicts")
                    .require())
        .isInstanceOf(BrokerRefusedException.class)
        .hasMessageContaining(
            "does not allow this user Read on topic 'closed.gallery', Write on topic"
                + " 'readable.frames', Read on group 'closed', Write on transactional id"
                + " 'closed-verdicts'. Let its administrator add that");
    assertThatThrownBy(() -> TopicAdmin.createMissing(connection, ALONE, List.of(CLOSED.frames())))
        .isInstanceOf(BrokerRefusedException.class)
        .hasMessageContaining("closed.frames");
    assertThatThrownBy(
            () ->
                TopicAdmin.createMissing(
                    connection, ALONE, List.of(Topics.FRAMES.named("allowed.but-not-there"))))
        .isInstanceOf(BrokerRefusedException.class)
        .hasMessageContaining("to create topic 'allowed.but-not-there'");
    assertThatThrownBy(() -> FrameWriter.open(connection, CLOSED.frames().name(), "facestream"))
        .isInstanceOf(BrokerRefusedException.class)
        .hasMessageContaining("closed.frames");
    assertThatThrownBy(
            () -> {
              GalleryTopic readOnly = new GalleryTopic(connection, "readable.frames");
              try (GalleryWriter writer = GalleryWriter.open(readOnly)) {
                writer.put(
                    "ada/1", GalleryEntry.newBuilder().setPersonId("ada").addEmbedding(1).build());
              }
            })
        .isInstanceOf(BrokerRefusedException.class)
        .hasMessageContaining("to write to topic 'readable.frames'");
    assertThatThrownBy(
            () -> GalleryReader.open(new GalleryTopic(connection, CLOSED.gallery().name())))
        .isInstanceOf(BrokerRefusedException.class)
        .hasMessageContaining("closed.gallery");
  }

  @Test
  void shouldSayWhatIsWrongWithTheFileWithoutRepeatingIt() {
    String secret = SecuredBroker.PASSWORD;
    requireComplaint(
        "ssl.truststore.*", "security.protocol=SSL", "ssl.truststore.location=" + secret);
    requireComplaint("check the value of security.protocol", "security.protocol=" + secret);
    requireComplaint(
        "sasl.jaas.config is to be of the form",
        "security.protocol=SASL_SSL",
        "sasl.mechanism=PLAIN",
        "sasl.jaas.config=username " + secret);
  }

  private static void requireComplaint(String complaint, String... lines) {
    KafkaConnection connection = by(broker.settings(lines));
    assertThatThrownBy(() -> TopicAdmin.open(connection))
        .isInstanceOf(ConnectionSettingsException.class)
        .hasMessageContaining(complaint)
        .hasMessageContaining(connection.file().orElseThrow())
        .hasNoCause()
        .satisfies(SecuredBrokerITCase::requireOneLineWithoutSecret);
  }

  private static void requireOneLineWithoutSecret(Throwable failure) {
    assertThat(failure.getMessage())
        .hasLineCount(1)
        .doesNotContain("s3cret", "wr0ng")
        .endsWith(".");
  }

  private static KafkaConnection by(Path file) {
    return KafkaConnection.to(broker.bootstrapServers(), file);
  }
}
