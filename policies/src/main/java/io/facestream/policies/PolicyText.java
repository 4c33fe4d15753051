package io.facestream.policies;

import io.facestream.wire.Json;
import io.facestream.wire.Policy;
import io.facestream.wire.Recording;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Policies in the words in which they are set. */
public final class PolicyText {
  private PolicyText() {}

  /** Such as {@code falseAlerts=0.1% confirm=2 of 3}. */
  public static String of(Policy policy) {
    List<String> fields = new ArrayList<>();
    add(fields, "threshold", policy.threshold());
    add(fields, "falseAlerts", policy.falseAlerts() == null ? null : percent(policy.falseAlerts()));
    add(fields, "margin", policy.margin());
    add(
        fields,
        "confirm",
        policy.confirm() == null
            ? null
            : policy.confirm().views() + " of " + policy.confirm().of());
    add(fields, "reviewRequired", policy.reviewRequired());
    add(fields, "record", policy.record() == null ? null : word(policy.record()));
    add(fields, "cameras", list(policy.cameras()));
    add(fields, "analysers", list(policy.analysers()));
    add(fields, "refusedAnalysers", list(policy.refusedAnalysers()));
    add(fields, "reviewers", policy.reviewers());
    add(
        fields,
        "ignore",
        policy.ignore() == null
            ? null
            : new String(Json.toBytes(policy.ignore()), StandardCharsets.UTF_8));
    return fields.isEmpty() ? "nothing" : String.join("  ", fields);
  }

  private static String list(List<String> entries) {
    return entries == null ? null : FieldText.ofList(entries);
  }

  private static void add(List<String> fields, String name, Object value) {
    if (value != null) {
      fields.add(name + "=" + value);
    }
  }

  private static String word(Recording recording) {
    return recording.name().toLowerCase(Locale.ROOT);
  }

  private static String percent(double share) {
    return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }
}
