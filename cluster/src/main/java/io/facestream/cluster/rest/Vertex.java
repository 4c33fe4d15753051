package io.facestream.cluster.rest;

import java.util.Map;

/**
 * A box of the job graph: operators that run chained.
 *
 * @param id of the box
 * @param name names of its operators
 * @param parallelism subtasks
 * @param states how many subtasks are in which state, such as {@code RUNNING}
 */
public record Vertex(String id, String name, int parallelism, Map<String, Integer> states) {
  public Vertex {
    states = Map.copyOf(states);
  }

  /** Whether all subtasks run: they have been given back their state and take records. */
  public boolean runs() {
    return states.getOrDefault("RUNNING", 0) == parallelism;
  }
}
