package io.facestream.console.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.facestream.wire.Json;
import java.net.URI;
import java.time.Instant;

/**
 * The body of a delivery: CloudEvents 1.0 in its structured JSON form.
 *
 * @param source the console; paths within the data are of this address
 * @param data JSON
 */
record CloudEvent(
    String specversion,
    String id,
    String source,
    String type,
    String datacontenttype,
    Instant time,
    @JsonRawValue String data) {
  static final String MEDIA_TYPE = "application/cloudevents+json";
  static final String PREFIX = "io.facestream.";

  static String of(Delivery delivery, URI console) {
    CloudEvent event =
        new CloudEvent(
            "1.0",
            delivery.eventId(),
            console.toString(),
            PREFIX + delivery.event(),
            "application/json",
            delivery.at(),
            delivery.content());
    return new String(Json.toBytes(event), UTF_8);
  }
}
