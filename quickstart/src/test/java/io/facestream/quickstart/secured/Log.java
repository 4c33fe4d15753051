package io.facestream.quickstart.secured;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** All that anybody logs at INFO, as a Flink with log settings of its own would; until closed. */
final class Log implements AutoCloseable {
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final LoggerContext context = (LoggerContext) LogManager.getContext(false);

  private Log() {
    Configuration configuration = context.getConfiguration();
    LoggerConfig root = configuration.getRootLogger();
    root.getAppenders().keySet().forEach(root::removeAppender);
    configuration.getLoggers().values().forEach(logger -> logger.setLevel(Level.INFO));
    Appender appender =
        new AbstractAppender("kept", null, null, true, Property.EMPTY_ARRAY) {
          @Override
          public void append(LogEvent event) {
            lines.add(event.getMessage().getFormattedMessage() + " " + event.getThrown());
          }
        };
    appender.start();
    root.addAppender(appender, Level.INFO, null);
    context.updateLoggers();
  }

  static Log ofEverything() {
    return new Log();
  }

  List<String> lines() {
    return lines;
  }

  /** All passwords of the test begin so. */
  static boolean tellsASecret(String text) {
    return text.contains("s3cret");
  }

  @Override
  public void close() {
    context.reconfigure();
  }
}
