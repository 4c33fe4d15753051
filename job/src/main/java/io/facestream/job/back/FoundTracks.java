package io.facestream.job.back;

import io.facestream.job.keys.GalleryBuckets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.KeyedStateBackend;

/**
 * Which templates have found which tracks: with the template its finds are erased. In keyed state
 * beside the faces, and turned round in memory.
 */
final class FoundTracks {
  private final MapState<String, List<String>> templatesOfGroup;
  private final KeyedStateBackend<Integer> backend;
  private final GalleryBuckets buckets;
  private final Map<String, Set<String>> groupsOfTemplate = new HashMap<>();

  /** Faces that are kept of each group that was found. */
  private final Map<String, Integer> facesOfGroup = new HashMap<>();

  FoundTracks(
      KeyedStateStore store,
      KeyedStateBackend<Integer> backend,
      GalleryBuckets buckets,
      BackSettings settings) {
    MapStateDescriptor<String, List<String>> found =
        new MapStateDescriptor<>("found-tracks", Types.STRING, Types.LIST(Types.STRING));
    // Longer than the faces, which may come after their track was found.
    found.enableTimeToLive(KeptFaces.timeToLive(settings.retention().multipliedBy(2)));
    this.templatesOfGroup = store.getMapState(found);
    this.backend = backend;
    this.buckets = buckets;
  }

  /** Drops all that a former run has left. */
  void clear(int[] ours) {
    for (int bucket : ours) {
      backend.setCurrentKey(bucket);
      templatesOfGroup.clear();
    }
  }

  /** Turns round what the state holds. */
  void rebuild(int[] ours, KeptFaces kept) throws Exception {
    for (int bucket : ours) {
      backend.setCurrentKey(bucket);
      Map<String, List<String>> found = new HashMap<>();
      for (Map.Entry<String, List<String>> entry : templatesOfGroup.entries()) {
        found.put(entry.getKey(), entry.getValue());
      }
      Map<String, List<KeptFace>> faces = found.isEmpty() ? Map.of() : kept.of(found.keySet());
      backend.setCurrentKey(bucket);
      for (Map.Entry<String, List<String>> entry : found.entrySet()) {
        List<KeptFace> ofGroup = faces.get(entry.getKey());
        if (ofGroup == null) {
          forgetState(entry.getKey());
        } else {
          facesOfGroup.put(entry.getKey(), ofGroup.size());
          entry.getValue().forEach(template -> groupsOf(template).add(entry.getKey()));
        }
      }
    }
  }

  /**
   * A template has found a group.
   *
   * @param faces how many faces the group has
   */
  void found(String templateId, String group, int faces) throws Exception {
    facesOfGroup.put(group, faces);
    if (groupsOf(templateId).add(group)) {
      backend.setCurrentKey(buckets.keyOf(group));
      List<String> before = templatesOfGroup.get(group);
      List<String> after = before == null ? new ArrayList<>() : new ArrayList<>(before);
      after.add(templateId);
      templatesOfGroup.put(group, after);
    }
  }

  /** A face is kept. */
  void kept(String group) {
    facesOfGroup.computeIfPresent(group, (found, faces) -> faces + 1);
  }

  /** Some faces are kept no longer. */
  void gone(Collection<String> faceKeys) throws Exception {
    for (String key : faceKeys) {
      String group = FaceKeys.groupOf(key);
      Integer left = facesOfGroup.computeIfPresent(group, (found, faces) -> faces - 1);
      if (left != null && left <= 0) {
        forget(group);
      }
    }
  }

  /** Takes away what a template has found: the groups. */
  Set<String> takeFoundBy(String templateId) throws Exception {
    Set<String> groups = new HashSet<>(groupsOfTemplate.getOrDefault(templateId, Set.of()));
    for (String group : groups) {
      forget(group);
    }
    return groups;
  }

  private void forget(String group) throws Exception {
    facesOfGroup.remove(group);
    backend.setCurrentKey(buckets.keyOf(group));
    List<String> templates = templatesOfGroup.get(group);
    for (String template : templates == null ? List.<String>of() : templates) {
      Set<String> groups = groupsOfTemplate.get(template);
      if (groups != null && groups.remove(group) && groups.isEmpty()) {
        groupsOfTemplate.remove(template);
      }
    }
    forgetState(group);
  }

  private void forgetState(String group) throws Exception {
    templatesOfGroup.remove(group);
    if (templatesOfGroup.isEmpty()) {
      // An emptied map is an entry, too, where state is on the heap.
      templatesOfGroup.clear();
    }
  }

  private Set<String> groupsOf(String templateId) {
    return groupsOfTemplate.computeIfAbsent(templateId, first -> new HashSet<>());
  }
}
