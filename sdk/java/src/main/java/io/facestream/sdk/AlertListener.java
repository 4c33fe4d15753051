package io.facestream.sdk;

import com.fasterxml.jackson.databind.JsonNode;

/** Hears alerts. */
@FunctionalInterface
public interface AlertListener {
  /**
   * @param alert as the document of the API describes it
   * @param position to go on behind, another time
   * @return whether to go on
   */
  boolean alert(JsonNode alert, String position);
}
