package io.facestream.wire;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the headers of a one-shot picture ask: a picture that somebody hands in to be recognised,
 * and that is no part of what a camera shows.
 *
 * @param id comes back in the verdict, {@link FrameHeaders#REQUEST}
 * @param scope the only watchlists whose people are looked for, at most {@value #MAX_WATCHLISTS};
 *     null when everybody is, {@link FrameHeaders#SCOPE}
 * @param analysers those that are to look at the faces, at most {@value AnalyserNames#MOST}; null
 *     when none is, {@link FrameHeaders#ANALYSERS}
 */
public record FrameRequest(String id, List<String> scope, List<String> analysers) {
  /** Most watchlists of a scope. */
  public static final int MAX_WATCHLISTS = 100;

  private static final ObjectMapper STRICT =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** One that asks for anybody, and no analyser. */
  public static FrameRequest of(String id) {
    return new FrameRequest(id, null, null);
  }

  /** The same within some watchlists. */
  public FrameRequest within(List<String> watchlists) {
    return new FrameRequest(id, List.copyOf(watchlists), analysers);
  }

  /** The same with analysers. */
  public FrameRequest analysedBy(List<String> names) {
    return new FrameRequest(id, scope, List.copyOf(names));
  }

  /** The scope as its header says it, or null. */
  public byte[] scopeHeader() {
    return scope == null ? null : Json.toBytes(scope);
  }

  /** The analysers as their header says them, or null. */
  public byte[] analysersHeader() {
    return analysers == null ? null : Json.toBytes(analysers);
  }

  /**
   * What headers ask that were found good ({@link FrameBounds#refusal}).
   *
   * @param id value of {@link FrameHeaders#REQUEST}, or null
   * @param scope value of {@link FrameHeaders#SCOPE}, or null
   * @param analysers value of {@link FrameHeaders#ANALYSERS}, or null
   * @return null for the frame of a camera
   */
  public static FrameRequest parse(byte[] id, byte[] scope, byte[] analysers) {
    return id == null
        ? null
        : new FrameRequest(
            new String(id, StandardCharsets.UTF_8),
            scope == null ? null : texts(scope),
            analysers == null ? null : texts(analysers));
  }

  /** Why a value of {@link FrameHeaders#SCOPE} cannot be taken, or null when it can. */
  static String refusalOfScope(byte[] scope) {
    List<String> watchlists = texts(scope);
    if (watchlists == null) {
      return "is no list of watchlists; send JSON such as [\"guests\",\"staff\"] in UTF-8.";
    }
    if (watchlists.size() > MAX_WATCHLISTS) {
      return "names "
          + watchlists.size()
          + " watchlists, at most "
          + MAX_WATCHLISTS
          + " are taken; name fewer, or leave the header out to look for everybody.";
    }
    return watchlists.stream()
        .map(GalleryText.WATCHLIST::complaint)
        .filter(complaint -> complaint != null)
        .findFirst()
        .map(complaint -> "is out of bounds: " + complaint)
        .orElse(null);
  }

  /** Why a value of {@link FrameHeaders#ANALYSERS} cannot be taken, or null when it can. */
  static String refusalOfAnalysers(byte[] analysers) {
    List<String> names = texts(analysers);
    if (names == null) {
      return "is no list of analysers; send JSON such as [\"age-gender\",\"emotion\"] in UTF-8.";
    }
    String complaint = AnalyserNames.complaint(names);
    return complaint == null ? null : "is out of bounds: " + complaint + ".";
  }

  /** Null when it is none. */
  private static List<String> texts(byte[] json) {
    List<String> texts = new ArrayList<>();
    try {
      JsonNode read = STRICT.readTree(json);
      if (StrictUtf8.decode(json) == null || !read.isArray()) {
        return null;
      }
      for (JsonNode text : read) {
        if (!text.isTextual()) {
          return null;
        }
        texts.add(text.textValue());
      }
      return List.copyOf(texts);
    } catch (IOException e) {
      return null;
    }
  }
}
