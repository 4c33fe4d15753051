package io.facestream.client.testing;

import io.facestream.client.KafkaConnection;
import io.facestream.client.gallery.GalleryReader;
import io.facestream.client.gallery.GalleryTopic;
import io.facestream.embedded.kafka.EmbeddedKafka;
import io.facestream.wire.proto.GalleryEntry;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test a topic of its own on one broker, which lives as long as the JVM's tests. */
public final class GalleryBroker implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == GalleryTopic.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Shared shared =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .getOrComputeIfAbsent(Shared.class, key -> new Shared(), Shared.class);
    return new GalleryTopic(
        KafkaConnection.to(shared.broker.bootstrapServers()), "gallery-" + UUID.randomUUID());
  }

  /** What is enrolled. */
  public static Map<String, GalleryEntry> enrolledIn(GalleryTopic topic) {
    try (GalleryReader reader = GalleryReader.open(topic)) {
      return reader.latest((id, entry) -> entry);
    }
  }

  private static final class Shared implements AutoCloseable {
    private final EmbeddedKafka broker = EmbeddedKafka.start();

    @Override
    public void close() {
      broker.close();
    }
  }
}
