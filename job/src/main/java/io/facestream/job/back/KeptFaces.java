package io.facestream.job.back;

import io.facestream.job.keys.GalleryBuckets;
import io.facestream.job.unmatched.UnmatchedFace;
import io.facestream.matcher.GallerySlice;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.KeyedStateBackend;

/**
 * The faces of one slice: in keyed state by bucket, which survives, and their embeddings in an
 * index, which is made from it.
 *
 * <p>All are kept for the same time, so they leave in the order in which they came, and one queue
 * in memory knows who is next: neither timers in state nor walks through it. Flink's own time to
 * live stands behind that, for what a slice should ever overlook.
 */
final class KeptFaces {
  private static final int EXPIRY_CLOCK_EVERY = 1_000;

  private final MapState<String, KeptFace> faces;
  private final KeyedStateBackend<Integer> backend;
  private final GalleryBuckets buckets;
  private final GallerySlice index;
  private final ArrayDeque<Place> oldestFirst = new ArrayDeque<>();

  /** Names in the queue whose faces have left otherwise. */
  private final Set<String> erased = new HashSet<>();

  private final CamerasSeen cameras = new CamerasSeen();
  private long size;

  private record Place(long keptAt, String key) {}

  /**
   * The state of an operator.
   *
   * @param index empty
   */
  KeptFaces(
      KeyedStateStore store,
      KeyedStateBackend<Integer> backend,
      GalleryBuckets buckets,
      GallerySlice index,
      BackSettings settings) {
    this.faces = store.getMapState(descriptor(settings));
    this.backend = backend;
    this.buckets = buckets;
    this.index = index;
  }

  private static MapStateDescriptor<String, KeptFace> descriptor(BackSettings settings) {
    MapStateDescriptor<String, KeptFace> faces =
        new MapStateDescriptor<>("kept-faces", Types.STRING, TypeInformation.of(KeptFace.class));
    faces.enableTimeToLive(timeToLive(settings.retention()));
    return faces;
  }

  static StateTtlConfig timeToLive(Duration life) {
    return StateTtlConfig.newBuilder(life)
        .cleanupInRocksdbCompactFilter(EXPIRY_CLOCK_EVERY, life)
        .build();
  }

  /** Drops all that a former run has left. */
  void clear(int[] ours) {
    for (int bucket : ours) {
      backend.setCurrentKey(bucket);
      faces.clear();
    }
  }

  /** Puts what the state holds into the index. */
  void rebuild(int[] ours) throws Exception {
    List<Place> places = new ArrayList<>();
    for (int bucket : ours) {
      backend.setCurrentKey(bucket);
      for (Map.Entry<String, KeptFace> entry : faces.entries()) {
        KeptFace kept = entry.getValue();
        remember(entry.getKey(), kept.face());
        places.add(new Place(kept.keptAt(), entry.getKey()));
      }
    }
    places.sort(Comparator.comparingLong(Place::keptAt).thenComparing(Place::key));
    oldestFirst.addAll(places);
    size = places.size();
  }

  /** Keeps a face. */
  void add(UnmatchedFace face, long now) throws Exception {
    String key = FaceKeys.keyOf(face);
    backend.setCurrentKey(bucketOf(key));
    remember(key, face);
    faces.put(key, new KeptFace(now, face));
    oldestFirst.add(new Place(now, key));
    size++;
  }

  private void remember(String key, UnmatchedFace face) {
    if (face.searched()) {
      index.put(key, face.embedding());
      cameras.saw(face.cameraId(), face.templates());
    }
  }

  /**
   * Lets the oldest faces go.
   *
   * @return their names
   */
  List<String> forgetKeptUntil(long time) throws Exception {
    List<String> gone = new ArrayList<>();
    while (!oldestFirst.isEmpty() && oldestFirst.peek().keptAt() <= time) {
      String key = oldestFirst.poll().key();
      if (!erased.remove(key)) {
        remove(key);
        gone.add(key);
      }
    }
    return gone;
  }

  /**
   * Lets the oldest faces go where there are too many.
   *
   * @return their names
   */
  List<String> forgetBeyond(long most) throws Exception {
    List<String> gone = new ArrayList<>();
    while (size > most) {
      String key = oldestFirst.poll().key();
      if (!erased.remove(key)) {
        remove(key);
        gone.add(key);
      }
    }
    return gone;
  }

  /** When the oldest face came, milliseconds of the clock; null when there is none. */
  Long oldest() {
    return oldestFirst.isEmpty() ? null : oldestFirst.peek().keptAt();
  }

  /**
   * Lets the faces of some groups go.
   *
   * @return how many they were
   */
  int erase(Collection<String> groups) throws Exception {
    int count = 0;
    for (List<KeptFace> group : of(groups).values()) {
      for (KeptFace kept : group) {
        String key = FaceKeys.keyOf(kept.face());
        backend.setCurrentKey(bucketOf(key));
        remove(key);
        erased.add(key);
        count++;
      }
    }
    return count;
  }

  private void remove(String key) throws Exception {
    backend.setCurrentKey(bucketOf(key));
    faces.remove(key);
    if (faces.isEmpty()) {
      // An emptied map is an entry, too, where state is on the heap.
      faces.clear();
    }
    index.erase(key);
    size--;
  }

  /** The faces of some groups. */
  Map<String, List<KeptFace>> of(Collection<String> groups) throws Exception {
    Set<String> wanted = Set.copyOf(groups);
    Set<Integer> keys = new HashSet<>();
    wanted.forEach(group -> keys.add(buckets.keyOf(group)));
    Map<String, List<KeptFace>> found = new HashMap<>();
    for (int bucket : keys) {
      backend.setCurrentKey(bucket);
      for (Map.Entry<String, KeptFace> entry : faces.entries()) {
        String group = FaceKeys.groupOf(entry.getKey());
        if (wanted.contains(group)) {
          found.computeIfAbsent(group, first -> new ArrayList<>()).add(entry.getValue());
        }
      }
    }
    return found;
  }

  private int bucketOf(String key) {
    return buckets.keyOf(FaceKeys.groupOf(key));
  }

  /** The embeddings of the faces that were searched, by their names. */
  GallerySlice index() {
    return index;
  }

  /** Where the faces that were searched were seen. */
  CamerasSeen cameras() {
    return cameras;
  }

  long size() {
    return size;
  }
}
