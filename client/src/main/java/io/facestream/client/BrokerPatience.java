package io.facestream.client;

/**
 * How long a broker may take to answer before it counts as unreachable: ten seconds, instead of
 * Kafka's minute. The system property {@value #PROPERTY} sets another number of milliseconds, for
 * tests of what is said then.
 */
public final class BrokerPatience {
  public static final String PROPERTY = "facestream.brokerPatience";

  private static final int USUAL_MILLIS = 10_000;

  private BrokerPatience() {}

  /** In milliseconds. Read anew each time. */
  public static int millis() {
    return Integer.getInteger(PROPERTY, USUAL_MILLIS);
  }
}
