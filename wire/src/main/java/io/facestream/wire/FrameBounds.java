package io.facestream.wire;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What a record of {@code frames} may say in words. Ids come back in every answer, so what is
 * longer, or would not come back as it was, is refused where it comes in: by those who write frames
 * with an exception, by the job with a dead letter.
 */
public final class FrameBounds {
  /** Most bytes of a camera id, the record's key. */
  public static final int MAX_CAMERA_ID_BYTES = 256;

  /** Most bytes of {@link FrameHeaders#REQUEST}. */
  public static final int MAX_REQUEST_BYTES = 256;

  /** Most bytes of {@link FrameHeaders#SCOPE}. */
  public static final int MAX_SCOPE_BYTES = 16 * 1024;

  /** Most bytes of {@link FrameHeaders#ANALYSERS}. */
  public static final int MAX_ANALYSERS_BYTES = 4 * 1024;

  private static final Pattern SEQUENCE = Pattern.compile("[0-9]{1,18}");
  private static final int SHOWN = 64;

  private FrameBounds() {}

  /**
   * Why a frame with this key and these headers cannot be taken: cause and cure in one line, or
   * null when it can.
   *
   * @param key the record's key, or null
   * @param sequence value of {@link FrameHeaders#SEQUENCE}, or null
   * @param request value of {@link FrameHeaders#REQUEST}, or null
   * @param scope value of {@link FrameHeaders#SCOPE}, or null
   * @param analysers value of {@link FrameHeaders#ANALYSERS}, or null
   */
  public static String refusal(
      byte[] key, byte[] sequence, byte[] request, byte[] scope, byte[] analysers) {
    String ofKey = refusalOfCamera(key);
    if (ofKey != null) {
      return ofKey;
    }
    if (sequence != null && !isSequence(sequence)) {
      return "The header "
          + FrameHeaders.SEQUENCE
          + " is '"
          + shown(sequence)
          + "'; send the frame's number in decimal digits, at most 18, or leave the header out.";
    }
    String ofRequest = request == null ? null : refusalOfRequest(request);
    if (ofRequest != null) {
      return ofRequest;
    }
    String ofScope = scope == null ? null : refusalOfScope(scope, request);
    return ofScope == null && analysers != null ? refusalOfAnalysers(analysers, request) : ofScope;
  }

  private static String refusalOfRequest(byte[] request) {
    if (request.length > MAX_REQUEST_BYTES) {
      return tooLong("header " + FrameHeaders.REQUEST, request.length, MAX_REQUEST_BYTES);
    }
    String text = StrictUtf8.decode(request);
    return text != null && Printable.of(text).equals(text)
        ? null
        : "The header "
            + FrameHeaders.REQUEST
            + " is '"
            + shown(request)
            + "'; send text in UTF-8 without control characters.";
  }

  private static String refusalOfScope(byte[] scope, byte[] request) {
    if (request == null) {
      return "The header "
          + FrameHeaders.SCOPE
          + " is of one-shot pictures; send "
          + FrameHeaders.REQUEST
          + " as well, or lay down in policies of watchlists which cameras they are for.";
    }
    if (scope.length > MAX_SCOPE_BYTES) {
      return tooLong("header " + FrameHeaders.SCOPE, scope.length, MAX_SCOPE_BYTES);
    }
    String complaint = FrameRequest.refusalOfScope(scope);
    return complaint == null
        ? null
        : "The header " + FrameHeaders.SCOPE + " is '" + shown(scope) + "', which " + complaint;
  }

  private static String refusalOfAnalysers(byte[] analysers, byte[] request) {
    if (request == null) {
      return "The header "
          + FrameHeaders.ANALYSERS
          + " is of one-shot pictures; send "
          + FrameHeaders.REQUEST
          + " as well, or lay down analysers in the camera's policy.";
    }
    if (analysers.length > MAX_ANALYSERS_BYTES) {
      return tooLong("header " + FrameHeaders.ANALYSERS, analysers.length, MAX_ANALYSERS_BYTES);
    }
    String complaint = FrameRequest.refusalOfAnalysers(analysers);
    return complaint == null
        ? null
        : "The header "
            + FrameHeaders.ANALYSERS
            + " is '"
            + shown(analysers)
            + "', which "
            + complaint;
  }

  /** Why these bytes cannot be a camera's id, or null when they can. */
  public static String refusalOfCamera(byte[] key) {
    if (key != null && key.length > MAX_CAMERA_ID_BYTES) {
      return tooLong("key, which is the camera id,", key.length, MAX_CAMERA_ID_BYTES);
    }
    // Of the id, not of the key: a number of tabs is a camera, and shown as one.
    return key == null || CameraIds.of(key).isBlank()
        ? "The record has no key; the key is the camera id."
        : null;
  }

  private static String tooLong(String part, int bytes, int most) {
    return "The " + part + " has " + bytes + " bytes, at most " + most + " are taken; shorten it.";
  }

  private static boolean isSequence(byte[] value) {
    return value.length <= 18
        && SEQUENCE.matcher(new String(value, StandardCharsets.ISO_8859_1)).matches();
  }

  private static String shown(byte[] value) {
    int length = Math.min(value.length, 4 * SHOWN);
    return Printable.of(new String(value, 0, length, StandardCharsets.UTF_8), SHOWN);
  }
}
