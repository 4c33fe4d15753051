package io.facestream.ingest.testing;

import io.facestream.embedded.kafka.EmbeddedKafka;

/** One broker for all tests of this JVM that leave it running; it dies with the JVM. */
public final class SharedBroker {
  private static EmbeddedKafka broker;

  private SharedBroker() {}

  public static synchronized EmbeddedKafka get() {
    if (broker == null) {
      broker = EmbeddedKafka.start();
      Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
    }
    return broker;
  }
}
