package io.facestream.console.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.facestream.console.access.Caller;
import io.facestream.console.access.Right;
import io.facestream.console.access.Scope;
import io.facestream.console.http.Bodies;
import io.facestream.console.http.Json;
import io.facestream.console.http.Preconditions;
import io.facestream.console.http.ProblemException;
import io.facestream.console.http.RouteGroup;
import io.facestream.console.http.Routes;
import io.facestream.console.retention.Age;
import io.facestream.console.retention.KeptOnKafka;
import io.facestream.console.retention.RetentionRules;
import io.facestream.console.retention.RetentionSettings;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** {@code /api/v1/retention}: for how long what is kept, and beside it what Kafka keeps. */
public final class RetentionRoutes implements RouteGroup {
  private static final String RETENTION = "/api/v1/retention";

  private final RetentionSettings settings;
  private final Supplier<List<KeptOnKafka>> topics;
  private final Runnable apply;

  /**
   * @param topics asks the broker
   * @param apply has changed rules applied soon
   */
  public RetentionRoutes(
      RetentionSettings settings, Supplier<List<KeptOnKafka>> topics, Runnable apply) {
    this.settings = settings;
    this.topics = topics;
    this.apply = apply;
  }

  /** Every rule, also where it says null for without end. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Rules(
      String matchedEvents,
      String unmatchedEvents,
      String matchedPictures,
      String unmatchedPictures,
      String audit) {
    static Rules of(RetentionRules rules) {
      return new Rules(
          text(rules.matchedEvents()),
          text(rules.unmatchedEvents()),
          text(rules.matchedPictures()),
          text(rules.unmatchedPictures()),
          text(rules.audit()));
    }

    private static String text(Age age) {
      return age == null ? null : age.text();
    }
  }

  record View(@JsonUnwrapped Rules rules, Instant lastRun, List<TopicView> topics) {}

  /**
   * What a topic keeps.
   *
   * @param known whether the broker has said
   * @param keeps whole seconds as ISO 8601 has them; absent for without end, or where not known
   * @param note where it keeps for longer than a rule, or does not say
   */
  record TopicView(String topic, List<String> rules, boolean known, String keeps, String note) {
    static TopicView of(KeptOnKafka topic, Map<String, Duration> ages) {
      return new TopicView(
          topic.topic(),
          topic.rules(),
          topic.known(),
          topic.keeps().map(keeps -> Duration.ofSeconds(keeps.toSeconds()).toString()).orElse(null),
          note(topic, ages));
    }

    private static String note(KeptOnKafka topic, Map<String, Duration> ages) {
      if (!topic.known()) {
        return "The broker does not say for how long";
      }
      Duration least =
          topic.rules().stream()
              .map(ages::get)
              .filter(Objects::nonNull)
              .min(Duration::compareTo)
              .orElse(null);
      boolean longer =
          least != null && topic.keeps().map(keeps -> keeps.compareTo(least) > 0).orElse(true);
      return longer
          ? "Kept for longer than the rule: the console neither shows nor stores again what is"
              + " older, but it lies on Kafka until the topic's own retention"
          : null;
    }
  }

  @Override
  public void addTo(Routes routes) {
    routes.add("GET", RETENTION, Right.ADMIN, (context, caller) -> answer(context));
    routes.add("PUT", RETENTION, Right.ADMIN, this::change);
  }

  private void change(Context context, Caller caller) {
    if (!caller.scope().covers(Scope.ALL)) {
      // The rules are for people of every list.
      throw new ProblemException(
          403,
          "scope-too-small",
          "Only who may see all watchlists says for how long what is kept",
          "Use a key or user of all watchlists");
    }
    RetentionRules rules = wanted(Bodies.json(context, LinkedHashMap.class));
    long version = settings.state().version();
    if (!Preconditions.of(context).hold(tag(version)) || !settings.change(caller, rules, version)) {
      throw Preconditions.changed();
    }
    apply.run();
    answer(context);
  }

  /** Each must be there: one that was forgotten would keep for good. */
  private static RetentionRules wanted(Map<?, ?> body) {
    Map<Object, Object> left = new LinkedHashMap<>(body);
    RetentionRules rules =
        ProblemException.valid(
            () ->
                new RetentionRules(
                    age(left, "matchedEvents"),
                    age(left, "unmatchedEvents"),
                    age(left, "matchedPictures"),
                    age(left, "unmatchedPictures"),
                    age(left, "audit")));
    if (!left.isEmpty()) {
      throw ProblemException.invalid("There are further fields than the five rules");
    }
    return rules;
  }

  private static Age age(Map<Object, Object> left, String name) {
    if (!left.containsKey(name)) {
      throw new IllegalArgumentException("'" + name + "' is needed; null is for without end");
    }
    Object value = left.remove(name);
    return value == null ? null : Age.parse(name, value.toString());
  }

  private void answer(Context context) {
    RetentionSettings.State state = settings.state();
    RetentionRules rules = state.rules();
    Map<String, Duration> ages = new LinkedHashMap<>();
    put(ages, "matchedEvents", rules.matchedEvents());
    put(ages, "unmatchedEvents", rules.unmatchedEvents());
    put(ages, "matchedPictures", rules.matchedPictures());
    put(ages, "unmatchedPictures", rules.unmatchedPictures());
    context.header("ETag", tag(state.version()));
    Json.answer(
        context,
        200,
        new View(
            Rules.of(rules),
            state.lastRun(),
            topics.get().stream().map(topic -> TopicView.of(topic, ages)).toList()));
  }

  private static void put(Map<String, Duration> ages, String name, Age age) {
    if (age != null) {
      ages.put(name, age.duration());
    }
  }

  private static String tag(long version) {
    return "\"" + version + "\"";
  }
}
