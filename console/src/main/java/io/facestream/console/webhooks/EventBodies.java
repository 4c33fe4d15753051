package io.facestream.console.webhooks;

import io.facestream.console.access.Scope;
import io.facestream.console.alerts.StoredAlert;
import io.facestream.console.events.Stored;
import io.facestream.wire.Sighting;
import java.util.List;

/** What is told of an event: the JSON that the API has of it, without embedding or picture. */
public interface EventBodies {
  /** Of an alert, to one who may know so much. */
  String alert(StoredAlert alert, Scope scope);

  /** Of a sighting. */
  String sighting(Stored<Sighting> sighting, Scope scope);

  /**
   * Of an erasure.
   *
   * @param personIds his own, then those that he was known by before
   * @param mayFetch whether the receipt is for the one who is told, too
   */
  String erasure(String erasureId, List<String> personIds, boolean mayFetch);
}
