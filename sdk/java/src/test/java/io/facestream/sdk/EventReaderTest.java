package io.facestream.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class EventReaderTest {
  @Test
  void shouldReadEventsAndPassOverWhatIsNone() throws Exception {
    String stream =
        ":\n\nid: 0-1\nevent: alert\ndata: {\"a\":1}\n\nevent: empty\n\ndata:{\"b\":\ndata: 2}\n"
            + "retry: 3\n\ndata: {}";
    EventReader events = new EventReader(new BufferedReader(new StringReader(stream)));
    Event first = events.next();
    assertThat(first.id()).isEqualTo("0-1");
    assertThat(first.name()).isEqualTo("alert");
    assertThat(first.json().path("a").asInt()).isEqualTo(1);
    Event second = events.next();
    assertThat(second.name()).isEqualTo("message");
    assertThat(second.id()).isEqualTo("0-1");
    assertThat(second.json().path("b").asInt()).isEqualTo(2);
    assertThat(events.next()).as("cut off").isNull();
  }
}
