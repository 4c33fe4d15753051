package io.facestream.client.testing;

import io.facestream.client.BrokerPatience;

/**
 * Until it is closed, all in this JVM give up on a broker after a second, not after ten: what they
 * say then is the same, and comes sooner.
 *
 * <pre>{@code
 * try (var patience = ShortPatience.ofASecond()) {
 *   assertThatThrownBy(() -> TopicAdmin.createMissing(nowhere, ONE, topics)) …
 * }
 * }</pre>
 */
public final class ShortPatience implements AutoCloseable {
  /** For a JVM of its own. */
  public static final String JAVA_OPTION = "-D" + BrokerPatience.PROPERTY + "=1000";

  private final String before;

  private ShortPatience(String before) {
    this.before = before;
  }

  public static ShortPatience ofASecond() {
    return new ShortPatience(System.setProperty(BrokerPatience.PROPERTY, "1000"));
  }

  /** Gives up before anything can come. */
  public static ShortPatience none() {
    return new ShortPatience(System.setProperty(BrokerPatience.PROPERTY, "0"));
  }

  @Override
  public void close() {
    if (before == null) {
      System.clearProperty(BrokerPatience.PROPERTY);
    } else {
      System.setProperty(BrokerPatience.PROPERTY, before);
    }
  }
}
