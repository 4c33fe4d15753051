package io.facestream.console.access;

import java.util.Set;

/**
 * Who asks, once that is established.
 *
 * @param id as the audit log names it: {@code user:NAME}, {@code key:ID} or {@code command}
 * @param name for people
 */
public record Caller(String id, String name, Set<Right> rights, Scope scope) {
  /** Whoever may open the database by a command may do all. */
  public static final Caller COMMAND =
      new Caller("command", "command line", Set.of(Right.values()), Scope.ALL);

  public Caller {
    rights = Set.copyOf(rights);
  }

  /** Whether that is allowed. */
  public boolean may(Right right) {
    return rights.contains(right);
  }
}
