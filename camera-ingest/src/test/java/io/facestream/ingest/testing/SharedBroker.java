package io.facestream.ingest.testing;

import io.facestream.client.testing.EmbeddedBroker;

/** One broker for all tests of this JVM that leave it running; it dies with the JVM. */
public final class SharedBroker {
  private static EmbeddedBroker broker;

  private SharedBroker() {}

  public static synchronized EmbeddedBroker get() {
    if (broker == null) {
      broker = EmbeddedBroker.start();
      Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
    }
    return broker;
  }
}
