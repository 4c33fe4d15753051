package io.facestream.cluster;

import io.facestream.cluster.process.ProcessSpec;
import io.facestream.cluster.rest.FlinkRest;
import io.facestream.cluster.rest.RestException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** One of Flink's TaskManagers, {@code tm-1}, {@code tm-2} … */
final class TaskManagerRole implements Role {
  private static final Pattern NAME = Pattern.compile("tm-[1-9][0-9]{0,2}");
  private static final String MAIN = "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";

  private final String name;
  private final FlinkHome home;
  private final FlinkRest rest;

  TaskManagerRole(String name, FlinkHome home, FlinkRest rest) {
    this.name = name;
    this.home = home;
    this.rest = rest;
  }

  static String nameOf(int number) {
    return "tm-" + number;
  }

  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ProcessSpec spec() {
    home.configure();
    return home.process(
        name, home.taskManagerMemory(), MAIN, List.of("-D", "taskmanager.resource-id=" + name));
  }

  @Override
  public boolean isReady() {
    try {
      return rest.taskManagers().contains(name);
    } catch (RestException e) {
      return false;
    }
  }

  @Override
  public Path log() {
    return home.log(name);
  }
}
