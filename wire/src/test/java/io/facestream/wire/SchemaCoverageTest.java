package io.facestream.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Schemas and records say the same: no field only here or only there, none wrongly required. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaCoverageTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final Map<Class<?>, String> WHOLE =
      Map.of(
          Alert.class,
          Schemas.ALERT,
          Verdict.class,
          Schemas.VERDICT,
          Policy.class,
          Schemas.POLICY,
          CameraSource.class,
          Schemas.CAMERA,
          Sighting.class,
          Schemas.SIGHTING,
          Analysis.class,
          Schemas.ANALYSIS,
          Review.class,
          Schemas.REVIEW,
          FalseMatchCurve.class,
          Schemas.FALSE_MATCH_CURVE);

  /** Of each record class, the components that no answer lacks. */
  private final Map<Class<?>, Set<String>> alwaysWritten = new LinkedHashMap<>();

  SchemaCoverageTest() {
    List.of(
            Answers.alertWithEverything(),
            Answers.alertWithTheLeast(),
            Answers.verdictWithEverything(),
            Answers.verdictOnARejectedFace(),
            Answers.verdictOnAStranger(),
            Answers.verdictOfAnEarlierVersion(),
            Answers.verdictWithoutAFace(),
            PolicyRecordsTest.EVERYTHING,
            PolicyRecordsTest.OF_CAMERA,
            PolicyRecordsTest.WITH_ZONES,
            Policy.EMPTY,
            CameraRecordsTest.EVERYTHING,
            CameraSource.of("rtsp://10.0.0.5/live"),
            Answers.sightingWithEverything(),
            Answers.sightingWithTheLeast(),
            Answers.sightingOfSomebodyUnknown(),
            Answers.analysisWithEverything(),
            Answers.analysisOfFaces(),
            Answers.analysisThatFailed(),
            Answers.reviewWithEverything(),
            Answers.reviewWithTheLeast(),
            FalseMatchCurveTest.curve())
        .forEach(this::visit);
  }

  @Test
  void shouldDescribeEveryComponentAndNothingElse() throws IOException {
    for (Class<?> type : alwaysWritten.keySet()) {
      assertThat(names(schemaOf(type).path("properties").fieldNames()))
          .as("properties of %s", type.getSimpleName())
          .isEqualTo(components(type));
    }
  }

  @Test
  void shouldRequireWhatIsAlwaysWrittenAndNothingElse() throws IOException {
    for (Map.Entry<Class<?>, Set<String>> type : alwaysWritten.entrySet()) {
      Set<String> required = new TreeSet<>();
      schemaOf(type.getKey()).path("required").forEach(name -> required.add(name.asText()));
      assertThat(required)
          .as("required of %s", type.getKey().getSimpleName())
          .isEqualTo(new TreeSet<>(type.getValue()));
    }
  }

  @Test
  void shouldHaveARecordForEveryObject() throws IOException {
    Set<String> objects = new TreeSet<>();
    for (String name : Schemas.NAMES) {
      MAPPER
          .readTree(Schemas.text(name))
          .path("$defs")
          .properties()
          .forEach(
              def -> {
                if (def.getValue().path("type").asText().equals("object")) {
                  objects.add(def.getKey());
                }
              });
    }
    WHOLE.keySet().forEach(type -> objects.add(type.getSimpleName()));
    assertThat(alwaysWritten.keySet().stream().map(Class::getSimpleName))
        .containsExactlyInAnyOrderElementsOf(objects);
  }

  @Test
  void shouldNameTheOutcomesThatAreWritten() throws IOException {
    assertThat(described(Verdict.class, "outcome")).isEqualTo(written((Object[]) Outcome.values()));
    assertThat(described(Face.class, "outcome"))
        .isEqualTo(written((Object[]) FaceOutcome.values()));
  }

  @Test
  void shouldNameTheStepsOfAVisitThatAreWritten() throws IOException {
    assertThat(described(Sighting.class, "kind"))
        .isEqualTo(written((Object[]) SightingKind.values()));
  }

  private static Set<String> described(Class<?> type, String property) throws IOException {
    Set<String> described = new HashSet<>();
    schemaOf(type)
        .at("/properties/" + property + "/enum")
        .forEach(value -> described.add(value.asText()));
    return described;
  }

  private static Set<String> written(Object... values) throws IOException {
    Set<String> written = new HashSet<>();
    for (Object value : values) {
      written.add(MAPPER.readTree(Json.toBytes(value)).asText());
    }
    return written;
  }

  @Test
  void shouldNameTheReasonCodesThatAreWritten() throws IOException {
    String description = schemaOf(Face.class).at("/properties/reasonCode/description").asText();
    assertThat(description).contains(written((Object[]) ReasonCode.values()));
  }

  private void visit(Object value) {
    if (value instanceof Collection<?> many) {
      many.forEach(this::visit);
    } else if (value instanceof Record one && !isArray(one.getClass())) {
      alwaysWritten
          .computeIfAbsent(one.getClass(), SchemaCoverageTest::components)
          .retainAll(names(SchemaCheck.tree(one).fieldNames()));
      for (RecordComponent component : one.getClass().getRecordComponents()) {
        visit(valueOf(component, one));
      }
    }
  }

  /** The definition of the record's name, or a whole schema. */
  private static JsonNode schemaOf(Class<?> type) throws IOException {
    if (WHOLE.containsKey(type)) {
      return MAPPER.readTree(Schemas.text(WHOLE.get(type)));
    }
    for (String name : Schemas.NAMES) {
      JsonNode found = MAPPER.readTree(Schemas.text(name)).path("$defs").path(type.getSimpleName());
      if (!found.isMissingNode()) {
        return found;
      }
    }
    throw new AssertionError("No schema describes " + type.getSimpleName());
  }

  private static boolean isArray(Class<?> type) {
    JsonFormat format = type.getAnnotation(JsonFormat.class);
    return format != null && format.shape() == JsonFormat.Shape.ARRAY
        || Arrays.stream(type.getMethods()).anyMatch(m -> m.isAnnotationPresent(JsonValue.class));
  }

  private static Set<String> components(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(Iterator<String> names) {
    Iterable<String> all = () -> names;
    return StreamSupport.stream(all.spliterator(), false)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Object valueOf(RecordComponent component, Object one) {
    try {
      return component.getAccessor().invoke(one);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
