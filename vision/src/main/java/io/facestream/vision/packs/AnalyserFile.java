package io.facestream.vision.packs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads the JSON that declares an analyser. What is wrong with it is told with its place. */
public final class AnalyserFile {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** A declaration has some hundred; this is another file. */
  private static final int MOST_BYTES = 1 << 20;

  private AnalyserFile() {}

  /**
   * Reads an administrator's file.
   *
   * @throws VisionException with cause and cure when it declares no analyser that can be run
   */
  public static AnalyserModel read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new VisionException(
            file + " is too long for the declaration of an analyser: name its JSON file");
      }
      return parse(Files.readAllBytes(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new VisionException("There is no file " + file + ": correct the path", e);
    } catch (IOException e) {
      throw new VisionException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * The same of JSON that was read elsewhere.
   *
   * @param source what to call it in messages
   * @throws VisionException with cause and cure when it declares no analyser that can be run
   */
  public static AnalyserModel parse(byte[] json, String source) {
    AnalyserModel declared = parseOwn(json, source);
    new AnalyserCheck(source).check(declared);
    return declared;
  }

  /** One that comes with the program, a slot perhaps. */
  static AnalyserModel parseOwn(byte[] json, String source) {
    try {
      AnalyserModel declared = JSON.readValue(json, AnalyserModel.class);
      if (declared == null) {
        throw new VisionException(source + " is empty: declare an analyser in it");
      }
      return declared;
    } catch (UnrecognizedPropertyException e) {
      throw refusal(source, e, "unknown field, known are " + known(e), "correct its name");
    } catch (InvalidFormatException e) {
      throw refusal(source, e, "it is '" + e.getValue() + "'", wanted(e.getTargetType()));
    } catch (JsonMappingException e) {
      throw refusal(source, e, "no value of that kind", "see the example in docs/models.md");
    } catch (JsonProcessingException e) {
      throw new VisionException(
          source + " is no JSON (" + e.getOriginalMessage() + "): correct it", e);
    } catch (IOException e) {
      throw new VisionException("Cannot read " + source + ": " + e.getMessage(), e);
    }
  }

  private static VisionException refusal(
      String source, JsonMappingException e, String cause, String cure) {
    return new VisionException(source + ", " + place(e.getPath()) + ": " + cause + ": " + cure, e);
  }

  private static String place(List<Reference> path) {
    if (path.isEmpty()) {
      return "the whole";
    }
    String dotted =
        path.stream()
            .map(
                at ->
                    at.getFieldName() == null ? "[" + at.getIndex() + "]" : "." + at.getFieldName())
            .collect(Collectors.joining());
    return dotted.startsWith(".") ? dotted.substring(1) : dotted;
  }

  private static String known(UnrecognizedPropertyException e) {
    return e.getKnownPropertyIds().stream()
        .map(Object::toString)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String wanted(Class<?> type) {
    return type.isEnum()
        ? "choose one of "
            + Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "))
        : "give a number, true or false as in the example in docs/models.md";
  }
}
