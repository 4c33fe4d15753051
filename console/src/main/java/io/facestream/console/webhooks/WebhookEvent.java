package io.facestream.console.webhooks;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What a webhook can be told of. */
public enum WebhookEvent {
  /** An alert was raised. */
  ALERT,
  /** A visit has begun, or has ended. */
  SIGHTING,
  /** A person was erased. */
  ERASURE;

  /** As the API writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Those of some names.
   *
   * @throws IllegalArgumentException when there is none, or one that is no event
   */
  public static Set<WebhookEvent> of(Collection<String> texts) {
    Set<WebhookEvent> events = EnumSet.noneOf(WebhookEvent.class);
    for (String text : texts == null ? List.<String>of() : texts) {
      events.add(
          Stream.of(values())
              .filter(event -> event.text().equals(text))
              .findFirst()
              .orElseThrow(WebhookEvent::complaint));
    }
    if (events.isEmpty()) {
      throw complaint();
    }
    return events;
  }

  private static IllegalArgumentException complaint() {
    return new IllegalArgumentException(
        "'events' has at least one of " + String.join(", ", texts(List.of(values()))));
  }

  /** Their names, in the order of this enumeration. */
  public static List<String> texts(Collection<WebhookEvent> events) {
    return Stream.of(values()).filter(events::contains).map(WebhookEvent::text).toList();
  }
}
