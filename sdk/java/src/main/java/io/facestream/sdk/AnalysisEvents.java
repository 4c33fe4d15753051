package io.facestream.sdk;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;

/** The events of {@code POST /analyze}. */
final class AnalysisEvents {
  private static final TypeReference<List<AnalysedFace>> FACES = new TypeReference<>() {};

  private AnalysisEvents() {}

  /**
   * @return whether more is to come
   */
  static boolean tell(Event event, AnalysisListener listener) {
    switch (event.name()) {
      case "faces" -> listener.faces(Json.MAPPER.convertValue(event.json().path("faces"), FACES));
      case "matches" ->
          listener.matches(Json.MAPPER.convertValue(event.json().path("faces"), FACES));
      case "analysis" -> listener.analysis(Json.MAPPER.convertValue(event.json(), Analysis.class));
      case "problem" -> throw new ApiException(event.json().path("status").asInt(), event.json());
      default -> {
        // accepted, and what a newer console tells.
      }
    }
    return !event.name().equals("done");
  }
}
