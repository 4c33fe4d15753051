package io.facestream.faults.fuzz;

import com.google.protobuf.InvalidProtocolBufferException;
import io.facestream.wire.proto.GalleryEntry;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the documentation (docs/topics.md and gallery.proto) says of a record on {@code gallery},
 * written down a second time: the fuzz test holds the job to this, and not to the job's own bounds.
 */
final class GalleryRules {
  static final int MAX_VALUE = 256 * 1024;
  static final int MAX_WATCHLISTS = 32;
  static final int MAX_ATTRIBUTES = 64;

  /** A text of a record. */
  enum Text {
    PHOTO(0, "photo", 512, false),
    PERSON_ID(1, "person id", 256, false),
    NAME(2, "name", 512, true),
    WATCHLIST(3, "watchlist", 128, false),
    ATTRIBUTE_NAME(5, "attribute's name", 128, false),
    ATTRIBUTE_VALUE(5, "attribute's value", 1024, true),
    MODEL_ID(6, "model id", 128, false),
    SOURCE_SHA256(10, "source_sha256", 128, false),
    SOURCE_FACE(11, "source_face", 128, false),
    NOT_PERSON_ID(14, "person id", 256, false);

    /** Its number in the message; 0 when it is a part of the key. */
    final int field;

    /** As reasons call it. */
    final String meaning;

    final int most;
    final boolean anything;

    Text(int field, String meaning, int most, boolean anything) {
      this.field = field;
      this.meaning = meaning;
      this.most = most;
      this.anything = anything;
    }

    boolean refuses(String text) {
      return text.getBytes(StandardCharsets.UTF_8).length > most
          || !anything && text.codePoints().anyMatch(GalleryRules::breaksALine);
    }
  }

  private static final Pattern EXAMPLE =
      Pattern.compile("not/.+/.+@\\d+-\\d+#\\d+", Pattern.DOTALL);

  private final String modelId;
  private final int dimension;

  GalleryRules(String modelId, int dimension) {
    this.modelId = modelId;
    this.dimension = dimension;
  }

  /** A word that says why a record is refused, as its reason must; null when it is taken. */
  String refusal(byte[] key, byte[] value) {
    String id = decoded(key);
    if (id == null) {
      return "not UTF-8";
    }
    int slash = id.indexOf('/');
    if (slash < 0 || id.substring(0, slash).isBlank() || id.substring(slash + 1).isBlank()) {
      return "person/photo";
    }
    if (Text.PERSON_ID.refuses(id.substring(0, slash))) {
      return Text.PERSON_ID.meaning;
    }
    if (Text.PHOTO.refuses(id.substring(slash + 1))) {
      return Text.PHOTO.meaning;
    }
    return value == null ? null : refusalOf(id, value);
  }

  private String refusalOf(String id, byte[] value) {
    if (value.length > MAX_VALUE) {
      return "bytes";
    }
    GalleryEntry entry;
    try {
      entry = GalleryEntry.parseFrom(value);
    } catch (InvalidProtocolBufferException e) {
      return "not a GalleryEntry";
    }
    String ofTexts = refusalOfTexts(entry);
    if (ofTexts == null) {
      ofTexts =
          entry.getNotPersonId().isEmpty() ? refusalOfPerson(id, entry) : refusalOf(id, entry);
    }
    return ofTexts != null ? ofTexts : refusalOfNumbers(entry);
  }

  private static String refusalOfPerson(String id, GalleryEntry entry) {
    return EXAMPLE.matcher(id).matches()
        ? "not_person_id"
        : entry.getPersonId().isBlank() ? "person_id" : null;
  }

  /** Of a negative example. */
  private static String refusalOf(String id, GalleryEntry entry) {
    if (!EXAMPLE.matcher(id).matches() || !id.startsWith("not/" + entry.getNotPersonId() + "/")) {
      return "not/person/camera@partition-offset#face";
    }
    boolean nothingElse =
        (entry.getPersonId() + entry.getName() + entry.getSourceSha256() + entry.getSourceFace())
                .isEmpty()
            && entry.getWatchlistsCount() + entry.getAttributesCount() == 0
            && !entry.hasThreshold()
            && !entry.hasValidFrom();
    if (!nothingElse) {
      return "must not have";
    }
    long aYear = System.currentTimeMillis() + Duration.ofDays(366).toMillis();
    return entry.hasValidUntil() && entry.getValidUntil() <= aYear ? null : "valid_until";
  }

  private static String refusalOfTexts(GalleryEntry entry) {
    Map<Text, String> single =
        Map.of(
            Text.PERSON_ID, entry.getPersonId(),
            Text.NOT_PERSON_ID, entry.getNotPersonId(),
            Text.NAME, entry.getName(),
            Text.MODEL_ID, entry.getModelId(),
            Text.SOURCE_SHA256, entry.getSourceSha256(),
            Text.SOURCE_FACE, entry.getSourceFace());
    for (Map.Entry<Text, String> text : single.entrySet()) {
      if (text.getKey().refuses(text.getValue())) {
        return text.getKey().meaning;
      }
    }
    if (entry.getWatchlistsCount() > MAX_WATCHLISTS) {
      return "watchlists";
    }
    if (entry.getWatchlistsList().stream().anyMatch(Text.WATCHLIST::refuses)) {
      return Text.WATCHLIST.meaning;
    }
    Map<String, String> attributes = entry.getAttributesMap();
    if (attributes.size() > MAX_ATTRIBUTES) {
      return "attributes";
    }
    if (attributes.keySet().stream().anyMatch(Text.ATTRIBUTE_NAME::refuses)) {
      return Text.ATTRIBUTE_NAME.meaning;
    }
    return attributes.values().stream().anyMatch(Text.ATTRIBUTE_VALUE::refuses)
        ? Text.ATTRIBUTE_VALUE.meaning
        : null;
  }

  private String refusalOfNumbers(GalleryEntry entry) {
    if (entry.hasThreshold() && !(Math.abs(entry.getThreshold()) <= 1)) {
      return "threshold";
    }
    if (!(entry.getQuality() >= 0 && entry.getQuality() <= 1)) {
      return "quality";
    }
    if (entry.hasValidFrom()
        && entry.hasValidUntil()
        && entry.getValidUntil() <= entry.getValidFrom()) {
      return "never count";
    }
    if (!entry.getModelId().equals(modelId)) {
      return "model";
    }
    if (entry.getEmbeddingCount() != dimension) {
      return "embedding";
    }
    double squares = entry.getEmbeddingList().stream().mapToDouble(x -> (double) x * x).sum();
    return Math.abs(Math.sqrt(squares) - 1) <= 0.01 ? null : "unit vector";
  }

  /** Control characters, and the two that break a line as they do. */
  private static boolean breaksALine(int character) {
    return Character.isISOControl(character) || character == 0x2028 || character == 0x2029;
  }

  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
