package io.facestream.console.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.facestream.wire.Sha256;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Random secrets of 256 bits, and what is stored of them. SHA-256 is the right hash here: a slow,
 * salted one makes guessing dear, and nobody guesses one of 2^256, while every request would pay
 * for it. Passwords are another matter: {@link Passwords}.
 */
final class Secret {
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secret() {}

  /** 43 letters, digits, dashes and underscores, never given before. */
  static String fresh() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(BYTES));
  }

  /** A name for what is no secret. */
  static String freshId() {
    return HexFormat.of().formatHex(bytes(6));
  }

  /** What the database keeps: 64 hexadecimal digits. Found by equality, so no time tells of it. */
  static String hash(String secret) {
    return Sha256.hex(secret.getBytes(UTF_8));
  }

  /** Another secret that follows from this one, but not the other way round. */
  static String derived(String secret, String purpose) {
    byte[] hash = Sha256.of((purpose + '\0' + secret).getBytes(UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  /** Whether two are the same, in a time that does not tell how much of them is. */
  static boolean same(String one, String other) {
    return other != null && MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }

  static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
