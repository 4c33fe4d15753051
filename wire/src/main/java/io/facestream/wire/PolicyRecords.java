package io.facestream.wire;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads records of {@code policies}. Unlike what is read of an answer, a field that is not known is
 * refused: a misspelt one would be passed over, and nobody would notice that nothing has changed.
 */
public final class PolicyRecords {
  /** Bytes of a value. */
  public static final int MAX_VALUE_BYTES = 64 * 1024;

  private static final String CAMERAS = "cameras";
  private static final String ANALYSERS = "analysers";
  private static final String REFUSED_ANALYSERS = "refusedAnalysers";

  private static final int MOST_REVIEWERS = 2;

  /** The names of a policy's fields, in their order. */
  public static final List<String> FIELDS =
      Arrays.stream(Policy.class.getRecordComponents()).map(field -> field.getName()).toList();

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          // Of a field that is there twice the first would be passed over.
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private PolicyRecords() {}

  /**
   * The key that a record has.
   *
   * @param key may be null
   * @throws UnusableRecordException when it is none
   */
  public static PolicyKey key(byte[] key) throws UnusableRecordException {
    String text = key == null ? null : StrictUtf8.decode(key);
    if (text == null) {
      throw new UnusableRecordException(
          "The record has no key in UTF-8; it is default, watchlist/NAME, camera/ID or person/ID.",
          null);
    }
    return PolicyKey.parse(text);
  }

  /**
   * The policy that a value is.
   *
   * @param key for whom, or where, it is laid down
   * @throws UnusableRecordException with cause and cure when it is none
   */
  public static Policy policy(PolicyKey key, byte[] value) throws UnusableRecordException {
    return policy(key, fields(value));
  }

  /**
   * The fields that a value has, whatever they are.
   *
   * @throws UnusableRecordException when it is no JSON object
   */
  public static ObjectNode fields(byte[] value) throws UnusableRecordException {
    if (value.length > MAX_VALUE_BYTES) {
      throw new UnusableRecordException(
          String.format(
              Locale.ROOT,
              "The policy has %d bytes, at most %d are taken.",
              value.length,
              MAX_VALUE_BYTES),
          null);
    }
    JsonNode tree;
    try {
      tree = MAPPER.readTree(value);
    } catch (IOException e) {
      throw new UnusableRecordException(
          "The policy is not JSON: " + Printable.of(e.getMessage().lines().findFirst().orElse("")),
          e);
    }
    if (tree instanceof ObjectNode fields) {
      return fields;
    }
    throw new UnusableRecordException(
        "The policy is no JSON object; write for example {\"falseAlerts\": \"0.3%\"}.", null);
  }

  /**
   * The policy that fields are.
   *
   * @param key for whom, or where, it is laid down
   * @throws UnusableRecordException with cause and cure when they are none
   */
  public static Policy policy(PolicyKey key, ObjectNode fields) throws UnusableRecordException {
    try {
      for (Map.Entry<String, JsonNode> field : fields.properties()) {
        check(
            FIELDS.contains(field.getKey()),
            "There is no field '%s' in a policy; there are %s.",
            Printable.of(field.getKey(), 100),
            String.join(", ", FIELDS));
      }
      Policy policy =
          new Policy(
              number(fields, "threshold", -1, 1),
              share(fields.get("falseAlerts")),
              number(fields, "margin", 0, 2),
              confirmation(fields.get("confirm")),
              flag(fields, "reviewRequired"),
              recording(fields.get("record")),
              cameras(key, fields.get(CAMERAS)),
              analysers(key, ANALYSERS, fields.get(ANALYSERS)),
              analysers(key, REFUSED_ANALYSERS, fields.get(REFUSED_ANALYSERS)),
              reviewers(fields.get("reviewers")),
              ignored(key, fields.get("ignore")));
      check(
          policy.threshold() == null || policy.falseAlerts() == null,
          "threshold and falseAlerts exclude each other; leave one of them out.");
      return policy;
    } catch (IllegalArgumentException e) {
      throw new UnusableRecordException(e.getMessage(), null);
    }
  }

  private static Double number(ObjectNode fields, String name, int least, int most) {
    JsonNode field = fields.get(name);
    if (field == null) {
      return null;
    }
    double value = field.isNumber() ? field.doubleValue() : Double.NaN;
    // Written so that NaN fails it too.
    check(
        value >= least && value <= most,
        "%s is %s; it must be a number from %d to %d.",
        name,
        shown(field),
        least,
        most);
    return value;
  }

  private static Double share(JsonNode field) {
    if (field == null) {
      return null;
    }
    check(
        field.isNumber() || field.isTextual(),
        "falseAlerts is %s; it must be a share such as \"0.3%%\" or 0.003.",
        shown(field));
    try {
      return Shares.parse(field.asText());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("falseAlerts: " + e.getMessage() + ".", e);
    }
  }

  private static Confirmation confirmation(JsonNode field) {
    if (field == null) {
      return null;
    }
    JsonNode views = field.path("views");
    JsonNode of = field.path("of");
    check(
        field.size() == 2 && views.isInt() && of.isInt(),
        "confirm is %s; it must be two whole numbers such as {\"views\": 2, \"of\": 3}.",
        shown(field));
    try {
      return new Confirmation(views.intValue(), of.intValue());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(e.getMessage() + ".", e);
    }
  }

  private static Boolean flag(ObjectNode fields, String name) {
    JsonNode field = fields.get(name);
    check(field == null || field.isBoolean(), "%s is %s; it must be true or false.", name, field);
    return field == null ? null : field.booleanValue();
  }

  private static Integer reviewers(JsonNode field) {
    if (field == null) {
      return null;
    }
    check(
        field.isInt() && field.intValue() >= 1 && field.intValue() <= MOST_REVIEWERS,
        "reviewers is %s; it must be 1 or %d.",
        shown(field),
        MOST_REVIEWERS);
    return field.intValue();
  }

  private static Recording recording(JsonNode field) {
    if (field == null) {
      return null;
    }
    for (Recording recording : Recording.values()) {
      if (field.isTextual()
          && field.textValue().equals(recording.name().toLowerCase(Locale.ROOT))) {
        return recording;
      }
    }
    throw new IllegalArgumentException(
        "record is " + shown(field) + "; it must be \"all\" or \"none\".");
  }

  private static List<String> cameras(PolicyKey key, JsonNode field) {
    if (field == null) {
      return null;
    }
    check(
        key.scope() == PolicyKey.Scope.WATCHLIST,
        "cameras is of watchlists alone, and this is the policy of %s; put the people on a list,"
            + " and lay it down under watchlist/NAME.",
        Printable.of(key.toString(), 100));
    List<String> cameras = texts(field);
    check(
        cameras != null,
        "cameras is %s; it must be a list of camera ids such as [\"gate\", \"lobby*\"].",
        shown(field));
    String complaint = CameraScope.complaint(cameras);
    check(complaint == null, "%s", complaint);
    return cameras;
  }

  private static List<String> analysers(PolicyKey key, String name, JsonNode field) {
    if (field == null) {
      return null;
    }
    check(
        key.equals(PolicyKey.DEFAULT) || key.scope() == PolicyKey.Scope.CAMERA,
        "%s is of cameras alone, and this is the policy of %s: faces are analysed before anybody"
            + " knows whose they are; lay it down under camera/ID or default.",
        name,
        Printable.of(key.toString(), 100));
    List<String> analysers = texts(field);
    check(
        analysers != null,
        "%s is %s; it must be a list of names such as [\"age-gender\", \"emotion\"].",
        name,
        shown(field));
    String complaint = AnalyserNames.complaint(analysers);
    check(complaint == null, "%s: %s.", name, complaint);
    return analysers;
  }

  private static List<Zone> ignored(PolicyKey key, JsonNode field) {
    if (field == null) {
      return null;
    }
    check(
        key.scope() == PolicyKey.Scope.CAMERA,
        "ignore is of cameras alone, and this is the policy of %s: a zone is a part of one camera's"
            + " picture; lay it down under camera/ID.",
        Printable.of(key.toString(), 100));
    List<Zone> zones = zones(field);
    check(
        zones != null,
        "ignore is %s; it must be a list of zones, each a list of corners, such as"
            + " [[[0.6, 0.1], [0.9, 0.1], [0.9, 0.4]]].",
        shown(field));
    String complaint = Zone.complaint(zones);
    check(complaint == null, "%s", complaint);
    return zones;
  }

  /** Null when it is no list of lists of two numbers each. */
  private static List<Zone> zones(JsonNode field) {
    List<Zone> zones = new ArrayList<>();
    boolean all = field.isArray();
    for (JsonNode zone : field) {
      List<Point> corners = new ArrayList<>();
      all &= zone.isArray();
      for (JsonNode corner : zone) {
        all &=
            corner.isArray()
                && corner.size() == 2
                && corner.get(0).isNumber()
                && corner.get(1).isNumber();
        corners.add(new Point(corner.path(0).asDouble(), corner.path(1).asDouble()));
      }
      zones.add(new Zone(corners));
    }
    return all ? List.copyOf(zones) : null;
  }

  /** Null when it is no list of texts. */
  private static List<String> texts(JsonNode field) {
    List<String> texts = new ArrayList<>();
    boolean all = field.isArray();
    for (JsonNode entry : field) {
      all &= entry.isTextual();
      texts.add(entry.asText());
    }
    return all ? List.copyOf(texts) : null;
  }

  private static String shown(JsonNode field) {
    return Printable.of(field.toString(), 100);
  }

  private static void check(boolean holds, String otherwise, Object... arguments) {
    if (!holds) {
      throw new IllegalArgumentException(String.format(Locale.ROOT, otherwise, arguments));
    }
  }
}
