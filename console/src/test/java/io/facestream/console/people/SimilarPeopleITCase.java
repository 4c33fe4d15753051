package io.facestream.console.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.console.access.Scope;
import io.facestream.console.people.SimilarPeople.Similar;
import io.facestream.console.store.Database;
import io.facestream.console.testing.OnEachDatabase;
import io.facestream.console.testing.TestDatabase;
import io.facestream.wire.proto.GalleryEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class SimilarPeopleITCase {
  /** More than are read at once. */
  private static final int PEOPLE = 2_100;

  private static final int DIMENSION = 8;

  @Parameter private TestDatabase kind;

  private final Map<String, List<float[]>> photos = new TreeMap<>();
  private final Random random = new Random(7);
  private Database database;
  private SimilarPeople similar;

  @BeforeEach
  void start() {
    database = Database.open(kind.fresh());
    similar = new SimilarPeople(database.jdbi(), null);
    database
        .jdbi()
        .useTransaction(
            handle -> {
              for (int i = 0; i < PEOPLE; i++) {
                String person = "p" + i;
                for (int photo = 0; photo <= i % 2; photo++) {
                  float[] vector = unit();
                  photos.computeIfAbsent(person, key -> new ArrayList<>()).add(vector);
                  GalleryEntry.Builder entry =
                      GalleryEntry.newBuilder()
                          .setPersonId(person)
                          .setModelId("e")
                          .addWatchlists(i % 3 == 0 ? "guests" : "staff");
                  for (float value : vector) {
                    entry.addEmbedding(value);
                  }
                  TemplateTable.put(
                      handle,
                      person + "/" + photo,
                      entry.build(),
                      new TemplateTable.Place("t", 0, i, Instant.EPOCH));
                }
              }
            });
  }

  @AfterEach
  void end() {
    database.close();
  }

  private float[] unit() {
    float[] vector = new float[DIMENSION];
    double sum = 0;
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] = (float) random.nextGaussian();
      sum += vector[i] * vector[i];
    }
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] /= (float) Math.sqrt(sum);
    }
    return vector;
  }

  private List<String> expected(float[] probe, String not, boolean guestsOnly) {
    return photos.entrySet().stream()
        .filter(one -> !one.getKey().equals(not))
        .filter(one -> !guestsOnly || Integer.parseInt(one.getKey().substring(1)) % 3 == 0)
        .sorted(
            Comparator.comparing(
                one ->
                    -one.getValue().stream().mapToDouble(at -> dot(at, probe)).max().orElseThrow()))
        .limit(10)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static double dot(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static List<String> ids(SimilarPeople.Found found) {
    return ids(found.people());
  }

  private static List<String> ids(List<Similar> found) {
    return found.stream().map(one -> one.person().personId()).toList();
  }

  @Test
  void shouldFindTheMostSimilarOfAllButThePersonHimself() {
    SimilarPeople.Probe probe = similar.ofPhoto("p1", "1", Scope.ALL).orElseThrow();
    List<Similar> found = similar.nearest(probe, Scope.ALL, null, 10).orElseThrow().people();
    float[] vector = photos.get("p1").get(1);
    assertThat(ids(found)).isEqualTo(expected(vector, "p1", false));
    double best =
        photos.get(ids(found).get(0)).stream().mapToDouble(at -> dot(at, vector)).max().orElse(0);
    assertThat(found.get(0).similarity()).isEqualTo(best);
  }

  @Test
  void shouldFindThoseOfAScopeAndNotTheRestOfAll() {
    SimilarPeople.Probe probe = similar.ofPhoto("p1", "0", Scope.ALL).orElseThrow();
    Scope guests = Scope.of(List.of("guests"));
    List<String> expected = expected(photos.get("p1").get(0), "p1", true);
    assertThat(ids(similar.nearest(probe, guests, null, 10).orElseThrow())).isEqualTo(expected);
    assertThat(ids(similar.nearest(probe, Scope.ALL, "guests", 10).orElseThrow()))
        .isEqualTo(expected);
    assertThat(similar.nearest(probe, guests, "staff", 10).orElseThrow().people()).isEmpty();
    assertThat(similar.ofPhoto("p1", "0", guests)).isEmpty();
    assertThat(similar.ofPhoto("p1", "7", Scope.ALL)).isEmpty();
  }

  @Test
  void shouldCompareNoFacesOfAnotherModel() {
    SimilarPeople.Probe other = new SimilarPeople.Probe(null, "f", photos.get("p1").get(0));
    SimilarPeople.Found found = similar.nearest(other, Scope.ALL, null, 10).orElseThrow();
    assertThat(found.people()).isEmpty();
    assertThat(found.notCompared()).isEqualTo(PEOPLE + PEOPLE / 2);
    assertThat(similar.nearest(other, Scope.ALL, "guests", 10).orElseThrow().notCompared())
        .isLessThan(found.notCompared());
  }
}
