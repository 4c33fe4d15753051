package io.facestream.deploy;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;

/** Keys of Flink's options, from the classes that define them. */
public final class FlinkOptions {
  private FlinkOptions() {}

  /** All keys, old names of options among them not. */
  public static Set<String> known() {
    return keysOf(
        BlobServerOptions.class,
        CheckpointingOptions.class,
        CoreOptions.class,
        ExecutionOptions.class,
        HeartbeatManagerOptions.class,
        HighAvailabilityOptions.class,
        JobManagerOptions.class,
        MetricOptions.class,
        PipelineOptions.class,
        RestOptions.class,
        RestartStrategyOptions.class,
        StateBackendOptions.class,
        TaskManagerOptions.class,
        WebOptions.class);
  }

  /** Keys of the options that are constants of these classes. */
  public static Set<String> keysOf(Class<?>... classes) {
    Set<String> keys = new TreeSet<>();
    for (Class<?> options : classes) {
      for (Field field : options.getFields()) {
        if (Modifier.isStatic(field.getModifiers()) && field.getType() == ConfigOption.class) {
          keys.add(keyOf(field));
        }
      }
    }
    return keys;
  }

  private static String keyOf(Field constant) {
    try {
      return ((ConfigOption<?>) constant.get(null)).key();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
