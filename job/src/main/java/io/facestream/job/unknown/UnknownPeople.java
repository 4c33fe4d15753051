package io.facestream.job.unknown;

import io.facestream.job.followed.FollowedFace;
import io.facestream.job.followed.FollowedFrame;
import io.facestream.job.followed.Standing;
import io.facestream.job.sightings.Step;
import io.facestream.job.sightings.View;
import io.facestream.job.sightings.Visits;
import io.facestream.wire.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The unknown people at one camera, a pure function of its frames in their order. Time is the
 * camera's own, as that of {@link Visits} is, and so is the day.
 *
 * <p>Who was seen for long enough without being recognised is compared with the strangers of the
 * day: he is the one he resembles enough, or a new one. Who is recognised is no stranger: his visit
 * ends, and what was remembered of him is forgotten.
 */
final class UnknownPeople {
  /** Strangers remembered of a camera's day, so that its state is bounded: 4 MiB at the most. */
  static final int MOST = 2_000;

  /**
   * How long somebody is remembered who was lost, of the camera's time; trackers give up sooner.
   */
  static final long LOST_AFTER_MILLIS = 30_000;

  private static final long BEFORE_ALL = Long.MIN_VALUE;

  private final UnknownSettings settings;
  private final SameStranger same;
  private final StrangersOfDay day;
  private final Visits visits;
  private final Map<String, StrangerTrack> tracks = new LinkedHashMap<>();
  private long latest = BEFORE_ALL;
  private long dayNumber;
  private String embedder;
  private int strangers;
  private boolean full;
  private boolean filledUp;
  private int notTold;

  /**
   * As they were left.
   *
   * @param before {@link #state}, or null
   * @param day the camera's strangers
   */
  UnknownPeople(
      UnknownSettings settings, SameStranger same, CameraStrangers before, StrangersOfDay day) {
    this.settings = settings;
    this.same = same;
    this.day = day;
    visits = new Visits(settings.sightings(), before == null ? null : before.visits());
    if (before != null) {
      latest = before.latest();
      dayNumber = before.day();
      embedder = before.embedder();
      strangers = before.strangers();
      full = before.full();
      before.tracks().forEach(track -> tracks.put(track.track(), track));
    }
  }

  /**
   * What is to be kept, or null when nothing is.
   *
   * @param arrived when the camera's latest frame came, by the clock
   */
  CameraStrangers state(long arrived) {
    var ofVisits = visits.state();
    return strangers == 0 && tracks.isEmpty() && ofVisits == null
        ? null
        : new CameraStrangers(
            latest,
            arrived,
            dayNumber,
            embedder,
            strangers,
            full,
            List.copyOf(tracks.values()),
            ofVisits);
  }

  /** How many were not told of by this frame, because too many are remembered. */
  int notTold() {
    return notTold;
  }

  /** Whether these were the first of the day. */
  boolean filledUp() {
    return filledUp;
  }

  /** Takes the camera's next frame. */
  List<Step> take(FollowedFrame frame) {
    List<Step> steps = new ArrayList<>();
    if (latest != BEFORE_ALL && frame.time() < latest - Visits.MEMORY) {
      // The clock was set back: what was before is no time of this camera.
      steps.addAll(visits.end());
      tracks.clear();
      latest = frame.time();
    }
    latest = Math.max(latest, frame.time());
    beginDay(dayOf(latest), frame.models().embedder());
    Map<String, View> seen = new LinkedHashMap<>();
    for (FollowedFace face : frame.faces()) {
      View view = take(frame, face, steps);
      if (view != null) {
        seen.putIfAbsent(view.personId(), view);
      }
    }
    steps.addAll(visits.take(frame.time(), List.copyOf(seen.values())));
    steps.addAll(pass(latest));
    return steps;
  }

  private void beginDay(long number, String ofEmbedder) {
    if (number != dayNumber) {
      forgetStrangers();
      dayNumber = number;
    }
    if (!ofEmbedder.equals(embedder)) {
      // Embeddings of two embedders cannot be compared.
      forgetStrangers();
      tracks.clear();
      embedder = ofEmbedder;
    }
  }

  /** How a face counts for visits, or null when it does not. */
  private View take(FollowedFrame frame, FollowedFace face, List<Step> steps) {
    StrangerTrack before = face.begins() ? null : tracks.get(face.track());
    StrangerTrack track =
        before == null ? StrangerTrack.begin(frame, face) : before.with(frame, face);
    View view = null;
    if (face.standing() == Standing.KNOWN) {
      if (track.unknownId() != null) {
        steps.addAll(visits.end(track.unknownId()));
        forget(track.unknownId());
      }
      track = track.settledNow();
    } else if (track.unknownId() != null) {
      improve(before, face);
      view = StrangerView.of(frame, face, track);
    } else if (face.standing() == Standing.STRANGER && track.isDue(settings.after().toMillis())) {
      track = tellOf(track, frame.frameId());
      view = track.settled() ? null : StrangerView.ofAll(frame, face, track);
    }
    tracks.put(track.track(), track);
    return view;
  }

  /** Finds out which stranger of the day it is. */
  private StrangerTrack tellOf(StrangerTrack track, String frameId) {
    String id = nearest(track);
    if (id != null) {
      Stranger kept = day.get(id);
      if (track.quality() > kept.quality()) {
        day.put(id, new Stranger(track.embedding(), track.quality()));
      }
      return track.as(id);
    }
    if (strangers >= MOST) {
      notTold++;
      filledUp |= !full;
      full = true;
      return track.settledNow();
    }
    String opened = Ids.unknownId(LocalDate.ofEpochDay(dayNumber), frameId, track.track());
    strangers++;
    day.put(opened, new Stranger(track.embedding(), track.quality()));
    return track.as(opened);
  }

  /** The id of the stranger who it is, or null when it is none of them. */
  private String nearest(StrangerTrack track) {
    Set<String> beside = new HashSet<>();
    tracks.values().stream()
        .filter(other -> other.unknownId() != null && other.isBeside(track))
        .forEach(other -> beside.add(other.unknownId()));
    String nearest = null;
    double highest = strangers == 0 ? 1 : same.cosineAmong(strangers);
    for (Map.Entry<String, Stranger> stranger : day.all()) {
      double cosine = stranger.getValue().cosine(track.embedding());
      boolean nearer =
          cosine > highest
              || cosine == highest && (nearest == null || stranger.getKey().compareTo(nearest) < 0);
      if (nearer && !beside.contains(stranger.getKey())) {
        nearest = stranger.getKey();
        highest = cosine;
      }
    }
    return nearest;
  }

  /** A later view may be better than the one that is kept. */
  private void improve(StrangerTrack before, FollowedFace face) {
    if (face.searched() && face.quality() > before.quality()) {
      Stranger kept = day.get(before.unknownId());
      if (kept != null && face.quality() > kept.quality()) {
        day.put(before.unknownId(), new Stranger(face.embedding(), face.quality()));
      }
    }
  }

  private void forget(String unknownId) {
    if (day.get(unknownId) != null) {
      day.remove(unknownId);
      strangers--;
    }
  }

  private void forgetStrangers() {
    if (strangers > 0) {
      day.clear();
    }
    strangers = 0;
    full = false;
  }

  /**
   * Lets time pass for visits and tracks.
   *
   * @param now the camera's time, milliseconds since the epoch
   */
  List<Step> pass(long now) {
    tracks.values().removeIf(track -> now - track.lastSeen() > LOST_AFTER_MILLIS);
    return visits.pass(now);
  }

  /** The day is over: its strangers are forgotten. */
  void endDay() {
    forgetStrangers();
  }

  /** There will be no further frame: closes all and forgets all. */
  List<Step> end() {
    forgetStrangers();
    tracks.clear();
    return visits.end();
  }

  /** The camera's time at which visits or tracks will be over, if no frame comes; or nothing. */
  OptionalLong due() {
    long due = visits.due().orElse(Long.MAX_VALUE);
    for (StrangerTrack track : tracks.values()) {
      due = Math.min(due, track.lastSeen() + LOST_AFTER_MILLIS + 1);
    }
    return due == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(due);
  }

  /** The camera's time at which its strangers are to be forgotten, if there are any. */
  OptionalLong dayDue() {
    return strangers == 0 ? OptionalLong.empty() : OptionalLong.of(dayEnd());
  }

  private long dayOf(long time) {
    return Instant.ofEpochMilli(time).atZone(settings.dayZone()).toLocalDate().toEpochDay();
  }

  private long dayEnd() {
    return LocalDate.ofEpochDay(dayNumber + 1)
        .atStartOfDay(settings.dayZone())
        .toInstant()
        .toEpochMilli();
  }
}
