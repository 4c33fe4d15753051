package io.facestream.console.http;

import io.javalin.http.Context;
import java.time.Duration;

/** The cookie that holds a session's secret: for the console's own pages, and not for scripts. */
public final class SessionCookie {
  private final boolean overTls;

  SessionCookie(boolean overTls) {
    this.overTls = overTls;
  }

  private String name() {
    // Browsers take one with this prefix over TLS only, and from this very host.
    return overTls ? "__Host-facestream" : "facestream";
  }

  /** The secret that came; null for none. */
  public String read(Context context) {
    return context.cookie(name());
  }

  /** Sends it. */
  public void write(Context context, String secret, Duration lasts) {
    context.res().addHeader("Set-Cookie", name() + "=" + secret + attributes(lasts.toSeconds()));
  }

  /** Has the browser forget it. */
  public void clear(Context context) {
    context.res().addHeader("Set-Cookie", name() + "=" + attributes(0));
  }

  private String attributes(long seconds) {
    return "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + seconds + (overTls ? "; Secure" : "");
  }
}
