package io.facestream.console.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.facestream.console.access.AccessException.Reason;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Passwords as Argon2id (19 MiB, 2 passes, the least that OWASP advises). Few are computed at a
 * time, so that many logins at once take time and not memory; who would wait too long is told so.
 *
 * <p>Written and read here, in the form that all programs write Argon2: the library's own way
 * writes {@code argon2ıd} on a Turkish machine, which no other machine reads.
 */
final class Passwords {
  /** Shortest and longest, in {@code char}s; the length is what makes a password strong. */
  static final int SHORTEST = 12;

  static final int LONGEST = 500;

  private static final int KIB = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final Pattern STORED =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,8}),t=(\\d{1,4}),p=(\\d{1,3})\\$([^$]+)\\$([^$]+)");

  private static final Semaphore AT_A_TIME = new Semaphore(2, true);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Of a password that nobody has: what is compared where there is no user. */
  private static final String OF_NOBODY = hash(Secret.fresh());

  private Passwords() {}

  /**
   * Refuses what is too short or too long.
   *
   * @throws IllegalArgumentException with the bounds
   */
  static void validate(String password) {
    if (password == null || password.length() < SHORTEST || password.length() > LONGEST) {
      throw new IllegalArgumentException(
          "A password has " + SHORTEST + " to " + LONGEST + " characters");
    }
  }

  /** With a salt of its own and all its parameters. */
  static String hash(String password) {
    byte[] salt = Secret.bytes(SALT_BYTES);
    byte[] hash = argon2id(password, salt, KIB, PASSES, LANES, HASH_BYTES);
    Base64.Encoder encoder = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m="
        + KIB
        + ",t="
        + PASSES
        + ",p="
        + LANES
        + "$"
        + encoder.encodeToString(salt)
        + "$"
        + encoder.encodeToString(hash);
  }

  /**
   * Whether it is the password.
   *
   * @param stored what {@link #hash} gave; null takes as long and is false
   */
  static boolean matches(String password, String stored) {
    Matcher parts = STORED.matcher(stored == null ? OF_NOBODY : stored);
    if (!parts.matches()) {
      throw new IllegalStateException("A stored password is in no form that is known");
    }
    byte[] expected = Base64.getDecoder().decode(parts.group(5));
    byte[] given =
        argon2id(
            password,
            Base64.getDecoder().decode(parts.group(4)),
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)),
            expected.length);
    return MessageDigest.isEqual(given, expected) && stored != null;
  }

  private static byte[] argon2id(
      String password, byte[] salt, int kib, int passes, int lanes, int length) {
    Argon2Function function = Argon2Function.getInstance(kib, passes, lanes, length, Argon2.ID);
    return limited(() -> function.hash(password.getBytes(UTF_8), salt).getBytes());
  }

  private static <T> T limited(Supplier<T> work) {
    try {
      if (!AT_A_TIME.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AccessException(Reason.BUSY, "Too many log in at once", PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AccessException(Reason.BUSY, "The console is about to end", PATIENCE);
    }
    try {
      return work.get();
    } finally {
      AT_A_TIME.release();
    }
  }
}
