package io.facestream.console.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.facestream.wire.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * One entry of the chain.
 *
 * @param seq 1, 2, 3 … without a gap
 * @param at to the millisecond
 * @param actor {@code user:NAME}, {@code key:ID} or {@code command}
 * @param action such as {@code key.create}
 * @param subject what it was done to; may be ""
 * @param details a JSON object, as it was hashed
 * @param previous the hash of the entry before
 * @param hash 64 hexadecimal digits
 */
public record AuditEntry(
    long seq,
    Instant at,
    String actor,
    String action,
    String subject,
    String details,
    String previous,
    String hash) {

  /** What the hash must be. Each text stands with its length, so that none runs into the next. */
  String rightHash() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(seq);
      out.writeLong(at.toEpochMilli());
      for (String text : new String[] {actor, action, subject, details, previous}) {
        byte[] encoded = text.getBytes(UTF_8);
        out.writeInt(encoded.length);
        out.write(encoded);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Sha256.hex(bytes.toByteArray());
  }

  AuditEntry hashed() {
    return new AuditEntry(seq, at, actor, action, subject, details, previous, rightHash());
  }
}
