package io.facestream.console.follow;

import org.jdbi.v3.core.Handle;

/** All followers of a database, also those of other consoles. */
public final class Followers {
  private Followers() {}

  /**
   * Lets none store anything before the transaction ends: what they have stored is seen by it, and
   * what it has done by them.
   *
   * @param except the topic that may be followed all the same
   */
  public static void hold(Handle handle, String except) {
    handle
        .createQuery(
            "SELECT part FROM stream_positions WHERE topic <> :except"
                + " ORDER BY topic, part FOR UPDATE")
        .bind("except", except)
        .mapTo(int.class)
        .list();
  }
}
