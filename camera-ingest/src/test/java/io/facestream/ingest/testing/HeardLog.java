package io.facestream.ingest.testing;

import java.io.Writer;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.WriterAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.layout.PatternLayout;

/** What is logged, with the whole of what went wrong, until it is closed. */
public final class HeardLog implements AutoCloseable {
  private final LoggerContext logging = (LoggerContext) LogManager.getContext(false);
  private final WriterAppender listener;
  private final String name;
  private final Level before;

  /**
   * Writes it to somewhere.
   *
   * @param name of the loggers, such as a package; empty for all
   * @param from what is less than this is not told
   */
  public HeardLog(Writer said, String name, Level from) {
    this.name = name;
    before = LogManager.getLogger(name).getLevel();
    listener =
        WriterAppender.createAppender(
            PatternLayout.newBuilder().withPattern("%m%n%throwable").build(),
            null,
            said,
            "said",
            false,
            true);
    listener.start();
    logging.getConfiguration().getRootLogger().addAppender(listener, from, null);
    Configurator.setLevel(name, from);
    logging.updateLoggers();
  }

  @Override
  public void close() {
    logging.getConfiguration().getRootLogger().removeAppender("said");
    Configurator.setLevel(name, before);
    logging.updateLoggers();
    listener.stop();
  }
}
