package io.facestream.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schemas (draft 2020-12) of verdicts, alerts, sightings, analyses, reviews, policies,
 * cameras and measured curves, for integrators who validate what they read and write.
 *
 * <pre>{@code
 * // networknt json-schema-validator; every validator takes schemas by id
 * JsonSchemaFactory factory =
 *     JsonSchemaFactory.getInstance(
 *         VersionFlag.V202012, b -> b.schemaLoaders(loaders -> loaders.schemas(Schemas.byId())));
 * JsonSchema alerts = factory.getSchema(SchemaLocation.of(Schemas.id(Schemas.ALERT)));
 * }</pre>
 */
public final class Schemas {
  /** Of an {@link Alert}; refers to {@link #COMMON}. */
  public static final String ALERT = "alert-1";

  /** Of a {@link Verdict}; refers to {@link #COMMON}. */
  public static final String VERDICT = "verdict-1";

  /** Of a {@link Sighting}; refers to {@link #COMMON} and {@link #VERDICT}. */
  public static final String SIGHTING = "sighting-1";

  /** Of an {@link Analysis}; refers to {@link #COMMON}. */
  public static final String ANALYSIS = "analysis-1";

  /** Of a {@link Review}; refers to {@link #COMMON}. */
  public static final String REVIEW = "review-1";

  /** Of a {@link FalseMatchCurve}; refers to {@link #COMMON}. */
  public static final String FALSE_MATCH_CURVE = "false-match-curve-1";

  /** Of a {@link Policy}. */
  public static final String POLICY = "policy-1";

  /** Of a {@link CameraSource}. */
  public static final String CAMERA = "camera-1";

  /** Of the parts they share. */
  public static final String COMMON = "common-1";

  /** Every schema. */
  public static final List<String> NAMES =
      List.of(
          COMMON, VERDICT, ALERT, SIGHTING, ANALYSIS, REVIEW, POLICY, CAMERA, FALSE_MATCH_CURVE);

  /** A name, not an address: nothing needs to be downloaded. */
  private static final String ID_PREFIX = "https://facestream.io/schema/";

  private Schemas() {}

  /** The {@code $id} of a schema, such as {@code https://facestream.io/schema/alert-1.json}. */
  public static String id(String name) {
    return ID_PREFIX + name + ".json";
  }

  /**
   * The text of a schema.
   *
   * @param name one of {@link #NAMES}
   * @throws IllegalArgumentException when there is no such schema
   */
  public static String text(String name) {
    try (InputStream resource = Schemas.class.getResourceAsStream("schema/" + name + ".json")) {
      if (resource == null) {
        throw new IllegalArgumentException(
            "There is no schema '" + name + "'; there are " + String.join(", ", NAMES));
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read schema " + name, e);
    }
  }

  /** The text of every schema by its {@code $id}, the form in which validators take them. */
  public static Map<String, String> byId() {
    Map<String, String> all = new LinkedHashMap<>();
    NAMES.forEach(name -> all.put(id(name), text(name)));
    return all;
  }
}
