package io.facestream.console.policies;

import io.facestream.console.access.Scope;
import io.facestream.wire.PolicyKey;

/**
 * Whose policies somebody may know and change. The default, cameras and people concern those on
 * every list, so they belong to those who may see all; anybody else has the policies of his
 * watchlists, and all others are as if they were not there.
 */
public final class PolicyScope {
  private PolicyScope() {}

  /** Whether a policy is within a scope. */
  public static boolean has(Scope scope, PolicyKey key) {
    return isAll(scope) || key.scope() == PolicyKey.Scope.WATCHLIST && scope.has(key.name());
  }

  /** Whether a scope has all watchlists. */
  public static boolean isAll(Scope scope) {
    return scope.watchlists().isEmpty();
  }
}
