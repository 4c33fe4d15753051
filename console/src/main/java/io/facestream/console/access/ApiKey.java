package io.facestream.console.access;

import java.time.Instant;

/**
 * A key without its secret.
 *
 * @param id no secret; names it in commands, the API and the audit log
 * @param createdBy see {@link Caller#id}
 * @param revoked null while it is not
 * @param used to the minute; null while it never was
 */
public record ApiKey(
    String id, KeyGrant grant, Instant created, String createdBy, Instant revoked, Instant used) {
  /** Whether it opens anything now. */
  public boolean isValid(Instant now) {
    return revoked == null && (grant.expires() == null || now.isBefore(grant.expires()));
  }

  /** Who asks with it. */
  public Caller caller() {
    return new Caller("key:" + id, grant.name(), grant.rights(), grant.scope());
  }
}
