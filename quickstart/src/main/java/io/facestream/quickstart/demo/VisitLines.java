package io.facestream.quickstart.demo;

import io.facestream.wire.Sighting;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The lines of visits in their order: one when somebody comes, one when they have gone, and one
 * when it turns out that they had not: a frame that came late takes the end of a visit back.
 */
final class VisitLines {
  /** Visits that were told to be over, as many as may still turn out not to be. */
  private static final int REMEMBERED = 1_000;

  private final ZoneId zone;
  private final Map<String, Boolean> over =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  VisitLines(ZoneId zone) {
    this.zone = zone;
  }

  /** The line of a step; empty where there is nothing to say. */
  Optional<String> of(Sighting step) {
    return switch (step.kind()) {
      case OPEN -> Optional.of(SightingLine.come(step, zone));
      case UPDATE ->
          over.remove(step.sightingId()) == null
              ? Optional.empty()
              : Optional.of(SightingLine.stillThere(step, zone));
      case CLOSE -> {
        over.put(step.sightingId(), true);
        yield Optional.of(SightingLine.gone(step, zone));
      }
    };
  }
}
