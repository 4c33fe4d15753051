package io.facestream.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads records of {@code cameras}. A field that is not known is refused, as in policies: a
 * misspelt one would be passed over. No message has anything of an address but scheme, host and
 * port.
 *
 * <p>Only addresses on the network are taken: whoever may write the topic could otherwise have any
 * file of the reader's machine sent.
 */
public final class CameraRecords {
  /** Bytes of a value. */
  public static final int MAX_VALUE_BYTES = 16 * 1024;

  /** The names of the fields, in their order. */
  public static final List<String> FIELDS =
      Arrays.stream(CameraSource.class.getRecordComponents())
          .map(field -> field.getName())
          .toList();

  private static final Set<String> SCHEMES = Set.of("rtsp", "rtsps", "http", "https");
  private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");
  private static final Pattern MASKED = Pattern.compile("^[^/]*//[^/]*:\\*+@");
  private static final int LONGEST_URL = 2048;
  private static final double MOST_RATE = 1000;
  private static final int LEAST_WIDTH = 16;
  private static final int MOST_WIDTH = 16_384;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private CameraRecords() {}

  /** Whether a text can be the name of a camera that is read by {@code ingest}. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /**
   * The name that a text is.
   *
   * @throws UnusableRecordException when it is none
   */
  public static String name(String text) throws UnusableRecordException {
    if (text == null || !isName(text)) {
      throw new UnusableRecordException(
          "That is no name of a camera; it has 1 to 100 letters, digits, '.', '_' or '-'.", null);
    }
    return text;
  }

  /**
   * The name that a record's key is.
   *
   * @param key may be null
   * @throws UnusableRecordException when it is none
   */
  public static String key(byte[] key) throws UnusableRecordException {
    return name(key == null ? null : StrictUtf8.decode(key));
  }

  /**
   * The source that a value is.
   *
   * @throws UnusableRecordException with cause and cure when it is none
   */
  public static CameraSource source(byte[] value) throws UnusableRecordException {
    return source(fields(value));
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
              "The camera has %d bytes; at most %d are taken.",
              value.length,
              MAX_VALUE_BYTES),
          null);
    }
    try {
      if (MAPPER.readTree(value) instanceof ObjectNode fields) {
        return fields;
      }
    } catch (JsonProcessingException e) {
      // Neither its message nor it itself: they repeat the text, and with it a password.
      String where = e.getLocation() == null ? "" : " from column " + e.getLocation().getColumnNr();
      throw new UnusableRecordException("The camera is not JSON" + where + ".", null);
    } catch (IOException e) {
      throw new UnusableRecordException("The camera is not JSON.", null);
    }
    throw new UnusableRecordException(
        "The camera is no JSON object; write for example {\"url\": \"rtsp://10.0.0.5/live\"}.",
        null);
  }

  /**
   * The source that fields are.
   *
   * @throws UnusableRecordException with cause and cure when they are none
   */
  public static CameraSource source(ObjectNode fields) throws UnusableRecordException {
    try {
      for (Map.Entry<String, JsonNode> field : fields.properties()) {
        check(
            FIELDS.contains(field.getKey()),
            "There is no field %s in a camera; there are %s.",
            Addresses.quoted(Printable.of(field.getKey(), 100)),
            String.join(", ", FIELDS));
      }
      return new CameraSource(
          url(fields.get("url")),
          flag(fields.get("enabled")),
          rate(fields.get("rate")),
          integer(fields, "maxWidth", LEAST_WIDTH, MOST_WIDTH),
          integer(fields, "jpegQuality", 1, 100),
          rotate(fields));
    } catch (IllegalArgumentException e) {
      throw new UnusableRecordException(e.getMessage(), null);
    }
  }

  private static String url(JsonNode field) {
    check(
        field != null && field.isTextual() && !field.asText().isBlank(),
        "The camera has no url; give its address, such as rtsp://10.0.0.5/live.");
    String url = field.asText();
    check(
        url.length() <= LONGEST_URL,
        "The url has more than %d characters; shorten it.",
        LONGEST_URL);
    Matcher scheme = SCHEME.matcher(url);
    check(
        scheme.find() && SCHEMES.contains(scheme.group(1).toLowerCase(Locale.ROOT)),
        "Only cameras on the network are taken; the url begins with rtsp://, rtsps://, http:// or"
            + " https://.");
    Addresses.requireHost(url);
    check(
        !MASKED.matcher(url).find(),
        "The password is nothing but asterisks, as if it had been masked; write the password"
            + " itself.");
    return url;
  }

  private static Boolean flag(JsonNode field) {
    check(field == null || field.isBoolean(), "enabled is no yes or no; it must be true or false.");
    return field == null ? null : field.asBoolean();
  }

  private static Double rate(JsonNode field) {
    if (field == null) {
      return null;
    }
    check(
        field.isNumber() && field.asDouble() > 0 && field.asDouble() <= MOST_RATE,
        "rate is %s; it must be a number above 0, at most 1000.",
        shown(field));
    return field.asDouble();
  }

  private static Integer rotate(ObjectNode fields) {
    Integer rotate = integer(fields, "rotate", 0, 270);
    check(
        rotate == null || rotate % 90 == 0, "rotate is %s; it must be 0, 90, 180 or 270.", rotate);
    return rotate;
  }

  private static Integer integer(ObjectNode fields, String name, int least, int most) {
    JsonNode field = fields.get(name);
    if (field == null) {
      return null;
    }
    check(
        field.isIntegralNumber()
            && field.canConvertToInt()
            && field.asInt() >= least
            && field.asInt() <= most,
        "%s is %s; it must be a whole number from %d to %d.",
        name,
        shown(field),
        least,
        most);
    return field.asInt();
  }

  /** A number; what else stands there may be an address in the wrong field. */
  private static String shown(JsonNode field) {
    return field.isNumber() ? Printable.of(field.toString(), 40) : "no such number";
  }

  private static void check(boolean holds, String otherwise, Object... arguments) {
    if (!holds) {
      throw new IllegalArgumentException(String.format(Locale.ROOT, otherwise, arguments));
    }
  }
}
