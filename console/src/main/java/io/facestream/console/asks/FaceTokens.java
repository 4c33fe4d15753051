package io.facestream.console.asks;

import io.facestream.client.frames.FramePlace;
import io.facestream.console.access.Caller;
import io.facestream.wire.Box;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Tokens that stand for one face of a picture that was asked, for who asked: a face can be enrolled
 * without being sent again. A token says where the picture lies on the frames topic, sealed by
 * AES-GCM with a key of the database: nothing is kept for it here, and it holds over a restart and
 * at another console of the same database.
 */
public final class FaceTokens {
  /** How long the person stands at the desk. */
  public static final Duration LASTS = Duration.ofMinutes(10);

  private static final String PREFIX = "face_";
  private static final String KEY = "face-tokens";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int LONGEST = 1_000;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;
  private final Clock clock;

  public FaceTokens(Jdbi jdbi, Clock clock) {
    this.key = new SecretKeySpec(jdbi.inTransaction(FaceTokens::keyOf), "AES");
    this.clock = clock;
  }

  /** Where a face is. */
  public record FaceAt(FramePlace frame, Box box) {}

  /** A token for one who asked. */
  public String of(FramePlace frame, Box box, Caller caller) {
    byte[] whose = caller.id().getBytes(StandardCharsets.UTF_8);
    ByteBuffer plain = ByteBuffer.allocate(4 + 8 + 8 + 4 * 4 + whose.length);
    plain.putInt(frame.partition()).putLong(frame.offset());
    plain.putLong(clock.instant().plus(LASTS).toEpochMilli());
    plain.putFloat((float) box.x()).putFloat((float) box.y());
    plain.putFloat((float) box.width()).putFloat((float) box.height());
    plain.put(whose);
    byte[] nonce = random(NONCE_BYTES);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, plain.array(), 0);
    ByteBuffer token = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
  }

  /** The face of a token; empty when it is none, another's, or has run out. */
  public Optional<FaceAt> open(String token, Caller caller) {
    if (token == null || !token.startsWith(PREFIX) || token.length() > LONGEST) {
      return Optional.empty();
    }
    byte[] plain;
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token.substring(PREFIX.length()));
      if (bytes.length <= NONCE_BYTES) {
        return Optional.empty();
      }
      plain = run(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, NONCE_BYTES), bytes, NONCE_BYTES);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    ByteBuffer fields = ByteBuffer.wrap(plain);
    FramePlace frame = new FramePlace(fields.getInt(), fields.getLong());
    Instant ends = Instant.ofEpochMilli(fields.getLong());
    Box box = new Box(fields.getFloat(), fields.getFloat(), fields.getFloat(), fields.getFloat());
    byte[] whose = new byte[fields.remaining()];
    fields.get(whose);
    boolean good =
        clock.instant().isBefore(ends)
            && new String(whose, StandardCharsets.UTF_8).equals(caller.id());
    return good ? Optional.of(new FaceAt(frame, box)) : Optional.empty();
  }

  /**
   * @throws IllegalArgumentException when the bytes were not sealed by this key
   */
  private byte[] run(int mode, byte[] nonce, byte[] bytes, int from) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(bytes, from, bytes.length - from);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("This is no token", e);
    }
  }

  /** Made by the first console of a database. */
  private static byte[] keyOf(Handle handle) {
    handle.execute("SELECT 1 FROM audit_chain WHERE id = 1 FOR UPDATE");
    Optional<String> there =
        handle
            .createQuery("SELECT secret FROM secrets WHERE name = :name")
            .bind("name", KEY)
            .mapTo(String.class)
            .findOne();
    if (there.isPresent()) {
      return Base64.getDecoder().decode(there.get());
    }
    byte[] fresh = random(KEY_BYTES);
    handle
        .createUpdate("INSERT INTO secrets (name, secret) VALUES (:name, :value)")
        .bind("name", KEY)
        .bind("value", Base64.getEncoder().encodeToString(fresh))
        .execute();
    return fresh;
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
