package io.facestream.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.facestream.console.http.Bodies;
import io.facestream.console.http.ProblemException;
import io.facestream.console.people.PersonFacts;
import io.facestream.wire.Printable;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Changes of a person as a JSON merge patch: null removes, what is not there stays. */
final class PersonPatch {
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  private PersonPatch() {}

  static PersonFacts of(Context context) {
    ObjectNode patch = Bodies.mergePatch(context);
    PersonFacts facts = new PersonFacts();
    for (Map.Entry<String, JsonNode> field : patch.properties()) {
      String name = field.getKey();
      JsonNode value = field.getValue();
      switch (name) {
        case "name" -> facts.name(name(value));
        case "watchlists" -> facts.watchlists(texts(name, value));
        case "details" -> details(facts, value);
        case "legalBasis" -> facts.legalBasis(textOrNull(name, value));
        case "validFrom" -> facts.validFrom(time(name, value));
        case "validUntil" -> facts.validUntil(time(name, value));
        default ->
            throw ProblemException.invalid("There is no field '" + Printable.of(name, 100) + "'");
      }
    }
    return facts;
  }

  private static String name(JsonNode value) {
    String text = textOrNull("name", value);
    if (text == null || text.isBlank()) {
      throw ProblemException.invalid("'name' is needed");
    }
    return text;
  }

  private static void details(PersonFacts facts, JsonNode value) {
    if (value.isNull()) {
      facts.noDetails();
      return;
    }
    if (!value.isObject()) {
      throw unfit("details");
    }
    value
        .properties()
        .forEach(one -> facts.detail(one.getKey(), textOrNull("details", one.getValue())));
  }

  private static List<String> texts(String field, JsonNode value) {
    List<String> texts = new ArrayList<>();
    if (!value.isArray() && !value.isNull()) {
      throw unfit(field);
    }
    for (JsonNode one : value) {
      if (!one.isTextual()) {
        throw unfit(field);
      }
      texts.add(one.textValue());
    }
    return texts;
  }

  private static String textOrNull(String field, JsonNode value) {
    if (!value.isNull() && !value.isTextual()) {
      throw unfit(field);
    }
    return value.textValue();
  }

  private static Instant time(String field, JsonNode value) {
    String text = textOrNull(field, value);
    try {
      return text == null ? null : storable(field, OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      throw ProblemException.invalid("'" + field + "' is a time, such as 2026-01-31T12:00:00Z");
    }
  }

  /** A time between 1970 and the year 9999, or null. */
  static Instant storable(String field, Instant at) {
    if (at != null && (at.isBefore(Instant.EPOCH) || at.isAfter(LAST))) {
      throw ProblemException.invalid("'" + field + "' is a time from 1970 to 9999");
    }
    return at;
  }

  private static ProblemException unfit(String field) {
    return ProblemException.invalid("'" + field + "' does not fit");
  }
}
