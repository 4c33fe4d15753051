package io.facestream.faults.fuzz;

import com.google.protobuf.InvalidProtocolBufferException;
import io.facestream.faults.fuzz.GalleryValues.Twist;
import io.facestream.faults.invariant.Due;
import io.facestream.faults.invariant.Essence;
import io.facestream.wire.proto.GalleryEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Records for the gallery topic. Those that are good enrol people who do not exist, far from
 * everybody, under a few keys again and again; those that are bad also come under the keys of
 * people who do exist.
 */
final class GalleryFuzz {
  /** What the ids of all who do not exist begin with. */
  static final String PERSON = Essence.FILLER + "fuzz-";

  private static final int KEYS = 24;
  private static final int STEPS = 2_000;

  private final SplittableRandom random;
  private final FuzzText text;
  private final Map<String, GalleryEntry> people;
  private final GalleryEntry model;
  private final GalleryRules rules;
  private final List<String> keys = new ArrayList<>();
  private final List<FuzzRecord> records = new ArrayList<>();

  private GalleryFuzz(SplittableRandom random, Map<String, GalleryEntry> people) {
    this.random = random;
    this.text = new FuzzText(random);
    this.people = people;
    this.model = people.values().iterator().next();
    this.rules = new GalleryRules(model.getModelId(), model.getEmbeddingCount());
    for (int i = 0; i < KEYS; i++) {
      keys.add(goodKey(i));
    }
  }

  /**
   * Makes records.
   *
   * @param people who are enrolled, by template id
   * @param repeats how often each way is gone
   * @param mutations how many good values are changed at random
   */
  static List<FuzzRecord> records(
      SplittableRandom random, Map<String, GalleryEntry> people, int repeats, int mutations) {
    GalleryFuzz fuzz = new GalleryFuzz(random, people);
    GalleryValues values = new GalleryValues(random);
    for (int i = 0; i < repeats; i++) {
      for (Twist twist : values.twists()) {
        fuzz.add(twist.what(), twist.change().apply(fuzz.goodValue()), true);
      }
      fuzz.addKeys();
      fuzz.addErasures();
    }
    for (int i = 0; i < mutations; i++) {
      fuzz.add("changed at random", values.mutated(fuzz.goodValue()), false);
    }
    return fuzz.records;
  }

  private void add(String what, byte[] value, boolean reasonIsKnown) {
    String goodKey = keys.get(random.nextInt(KEYS));
    String refusal = rules.refusal(FuzzText.utf8(goodKey), value);
    if (refusal == null && !isOfNobody(value)) {
      return; // A change that made somebody else of them; he would be in the way.
    }
    String key = refusal == null || random.nextBoolean() ? goodKey : somebody();
    add(what, FuzzText.utf8(key), value, new RecordHeaders(), reasonIsKnown ? refusal : null);
  }

  private void add(String what, byte[] key, byte[] value, Headers headers, String reason) {
    Due due = rules.refusal(key, value) == null ? Due.TAKEN : Due.REFUSED;
    records.add(new FuzzRecord(what, key, value, headers, null, due, reason));
  }

  private void addKeys() {
    List<byte[]> odd = new ArrayList<>(FuzzText.NOT_UTF8);
    for (String key :
        List.of(
            "",
            "nobody",
            "/",
            "/photo",
            "person/",
            "   /photo",
            "person/   ",
            text.mixed(300).replace('/', '-') + "/photo",
            text.plain(257) + "/photo",
            "person/" + text.mixed(513),
            text.plain(500_000) + "/" + text.plain(500_000))) {
      odd.add(FuzzText.utf8(key));
    }
    FuzzText.CONTROLS.forEach(control -> odd.add(FuzzText.utf8("per" + control + "son/photo")));
    FuzzText.CONTROLS.forEach(control -> odd.add(FuzzText.utf8("person/pho" + control + "to")));
    for (byte[] key : odd) {
      for (byte[] value : new byte[][] {goodValue(), null}) {
        add("an odd key", key, value, new RecordHeaders(), rules.refusal(key, value));
      }
    }
    keys.forEach(key -> add("good", FuzzText.utf8(key), goodValue(), new RecordHeaders(), null));
  }

  private void addErasures() {
    List<byte[]> upTo =
        Arrays.asList(
            null,
            new byte[0],
            FuzzText.utf8("all"),
            FuzzText.utf8("0"),
            FuzzText.utf8("-1"),
            FuzzText.utf8("9".repeat(18)),
            FuzzText.utf8("9".repeat(19)),
            FuzzText.utf8("\u0663"),
            FuzzText.utf8("x".repeat(100_000)));
    for (byte[] offset : upTo) {
      Headers headers = new RecordHeaders().add("facestream-superseded", offset);
      byte[] key = FuzzText.utf8(keys.get(random.nextInt(KEYS)));
      add("a repair", key, null, headers, null);
      add("a value with the header of a repair", key, goodValue(), headers, null);
    }
    byte[] key = FuzzText.utf8(keys.get(random.nextInt(KEYS)));
    add("an erasure", key, null, new RecordHeaders(), null);
  }

  private String goodKey(int number) {
    String person = "fuzz" + number;
    return switch (number % 4) {
      case 0 -> person + "/1";
      case 1 -> person + text.mixed(256 - person.length()).replace('/', '-') + "/" + number;
      case 2 -> person + "/" + text.mixed(512);
      default -> person + "//a/../b/ " + number;
    };
  }

  private String somebody() {
    List<String> ids = List.copyOf(people.keySet());
    return ids.get(random.nextInt(ids.size()));
  }

  private byte[] goodValue() {
    GalleryEntry.Builder entry =
        GalleryEntry.newBuilder()
            .setPersonId(PERSON + random.nextInt(KEYS))
            .setName(text.mixed(random.nextInt(40)))
            .setModelId(model.getModelId())
            .setQuality((float) random.nextDouble())
            .setSourceSha256(text.plain(64))
            .setSourceFace("1");
    if (random.nextBoolean()) {
      entry.setThreshold((float) random.nextDouble(-1, 1));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      entry.addWatchlists(text.mixed(10)).putAttributes(text.mixed(10), text.mixed(20));
    }
    for (double number : farFromEverybody()) {
      entry.addEmbedding((float) number);
    }
    return entry.build().toByteArray();
  }

  /** A random unit vector, turned away from each face of the gallery until it resembles none. */
  private double[] farFromEverybody() {
    double[] vector = random.doubles(model.getEmbeddingCount(), -1, 1).toArray();
    boolean turned = true;
    for (int step = 0; turned && step < STEPS; step++) {
      turned = false;
      normalise(vector);
      for (GalleryEntry person : people.values()) {
        double cosine = cosine(vector, person);
        for (int i = 0; cosine > -0.1 && i < vector.length; i++) {
          vector[i] -= (cosine + 0.12) * person.getEmbedding(i);
          turned = true;
        }
      }
    }
    normalise(vector);
    return vector;
  }

  private static double cosine(double[] vector, GalleryEntry person) {
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      sum += vector[i] * person.getEmbedding(i);
    }
    return sum;
  }

  private static void normalise(double[] vector) {
    double length = Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= length;
    }
  }

  private boolean isOfNobody(byte[] value) {
    try {
      GalleryEntry entry = GalleryEntry.parseFrom(value);
      return entry.getPersonId().startsWith(Essence.FILLER)
          && people.values().stream().noneMatch(person -> resembles(entry, person));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static boolean resembles(GalleryEntry entry, GalleryEntry person) {
    double[] vector = entry.getEmbeddingList().stream().mapToDouble(x -> x).toArray();
    return cosine(vector, person) > 0;
  }
}
