package io.facestream.job.back;

import io.facestream.decision.Calibration;
import io.facestream.decision.DecisionRule;
import io.facestream.job.back.RecentEnrolments.Recent;
import io.facestream.job.keys.GalleryBuckets;
import io.facestream.job.negatives.LiveExamples;
import io.facestream.job.policies.KeptPolicies;
import io.facestream.job.policies.LivePolicies;
import io.facestream.job.policies.PolicyChange;
import io.facestream.job.policies.UsablePolicies;
import io.facestream.job.records.RecordFailure;
import io.facestream.job.unmatched.UnmatchedFace;
import io.facestream.matcher.GallerySlice;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.wire.FalseMatchCurve;
import io.facestream.wire.Models;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Keeps faces without a match for a while, and searches them when somebody is enrolled.
 *
 * <p>Input 1 are the faces, keyed so that those of a track lie together; input 2 are enrolments,
 * erasures and policies, broadcast. An operator rather than a function, because it makes its index
 * anew in {@code open()} and has timers without a key: one for the oldest face, and one for the
 * enrolments to be answered, which are taken one at a time, so that faces do not wait behind many.
 *
 * <p>A face may have been searched before somebody was enrolled and come here afterwards. So
 * enrolments are remembered for a while, and answered anew when such a face comes.
 */
public final class SearchBack extends AbstractStreamOperator<EarlierViews>
    implements TwoInputStreamOperator<UnmatchedFace, BackUpdate, EarlierViews> {
  private static final long serialVersionUID = 1L;

  /** How long an answer waits for further faces that change it. */
  static final long AGAIN_MILLIS = 1_000;

  /** So many faces an answer holds at most, the latest ones. */
  static final int MOST_VIEWS = 50_000;

  private final BackSettings settings;
  private final JudgedBy judgedBy;
  private final int dimension;
  private final GalleryBuckets buckets;
  private final UsablePolicies usable;
  private final KeptPolicies topicNow;

  private transient LivePolicies policies;
  private transient RecentEnrolments recent;
  private transient boolean restored;
  private transient int slice;
  private transient int slices;
  private transient LiveExamples examples;
  private transient GallerySlice index;
  private transient KeptFaces kept;
  private transient FoundTracks found;
  private transient Calibration calibration;
  private transient Models models;
  private transient EarlierFaces earlier;
  private transient JudgeAgain judge;
  private transient BackMetrics metrics;

  /** Whether a timer will look for the oldest face. */
  private transient boolean expiryAwaited;

  /** When the next timer looks for an enrolment to be answered or forgotten. */
  private transient long nextLook;

  /**
   * @param settings null where nothing is kept: what a former run has left is dropped then
   * @param judgedBy what makes a face somebody's
   * @param dimension length of the embeddings
   * @param buckets how faces are keyed, by {@link FaceKeys#groupOf}
   * @param usable which policies the job can keep to
   * @param topicNow the policies that the topic holds at the start
   */
  public SearchBack(
      BackSettings settings,
      JudgedBy judgedBy,
      int dimension,
      GalleryBuckets buckets,
      UsablePolicies usable,
      KeptPolicies topicNow) {
    this.settings = settings;
    this.judgedBy = judgedBy;
    this.dimension = dimension;
    this.buckets = buckets;
    this.usable = usable;
    this.topicNow = topicNow;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    restored = context.isRestored();
    slice = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
    slices = getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks();
    policies = new LivePolicies(context.getOperatorStateStore(), judgedBy.policies(), usable);
    examples = new LiveExamples(context.getOperatorStateStore());
    recent = new RecentEnrolments(context.getOperatorStateStore());
  }

  private boolean isOff() {
    return settings == null;
  }

  @Override
  public void open() throws Exception {
    super.open();
    index = GallerySlice.create(dimension);
    BackSettings life = isOff() ? new BackSettings(BackSettings.LONGEST, 0) : settings;
    kept = new KeptFaces(getKeyedStateStore(), getKeyedStateBackend(), buckets, index, life);
    found = new FoundTracks(getKeyedStateStore(), getKeyedStateBackend(), buckets, life);
    metrics = new BackMetrics(getMetricGroup(), kept::size);
    nextLook = Long.MAX_VALUE;
    if (isOff()) {
      dropAll();
    } else {
      begin();
    }
  }

  private void dropAll() {
    if (restored) {
      kept.clear(buckets.of(slice, slices));
      found.clear(buckets.of(slice, slices));
      recent.clear();
      policies.clear();
    }
  }

  private void begin() throws Exception {
    FalseMatchCurve curve = ModelPacks.named(judgedBy.pack()).embedder().falseMatches();
    calibration = curve == null ? null : new Calibration(curve);
    models = judgedBy.models();
    policies.open(topicNow);
    keepToPolicies();
    if (restored) {
      int[] ours = buckets.of(slice, slices);
      kept.rebuild(ours);
      letGo(now());
      found.rebuild(ours, kept);
      LOG.info(
          "Slice {} of {} of the faces without a match was rebuilt from state: {} faces",
          slice,
          slices,
          kept.size());
    }
    recent.open(now());
    look();
  }

  private void keepToPolicies() {
    DecisionRule rule = new DecisionRule(policies.inForce(), calibration);
    double sameFace = ModelPacks.named(judgedBy.pack()).thresholds().pairSimilarity();
    earlier = new EarlierFaces(kept, rule);
    judge = new JudgeAgain(rule, sameFace, judgedBy.minSimilarity(), models, examples.known());
  }

  @Override
  public void processElement1(StreamRecord<UnmatchedFace> element) throws Exception {
    UnmatchedFace face = element.getValue();
    if (!isOff()) {
      RecordFailure.naming(
          "Search back", () -> RecordFailure.frame(face.frameId()), () -> keep(face));
    }
  }

  private void keep(UnmatchedFace face) throws Exception {
    long now = now();
    kept.add(face, now);
    String group = FaceKeys.groupOf(face);
    found.kept(group);
    letGo(now);
    for (Recent one : recent.all()) {
      if (!one.isDue()
          && (one.groups().contains(group) || earlier.resembles(one.enrolment(), face))) {
        one.dueAt(now + AGAIN_MILLIS);
      }
    }
    look();
  }

  @Override
  public void processElement2(StreamRecord<BackUpdate> element) throws Exception {
    BackUpdate update = element.getValue();
    if (update.example() != null) {
      // Also while nothing is kept: they hold when it is switched on.
      if (!update.example().isAllTold()) {
        examples.take(update.example());
      }
      return;
    }
    if (isOff()) {
      return;
    }
    if (update.policy() != null) {
      take(update.policy());
    } else if (update.erased() != null) {
      erase(update.erased());
    } else {
      take(update.enrolment());
    }
    look();
  }

  private void take(PolicyChange policy) throws Exception {
    if (policies.take(policy)) {
      keepToPolicies();
    }
  }

  private void take(Enrolment enrolment) throws Exception {
    for (EnrolledTemplate template : enrolment.templates()) {
      // What another photo has taken the place of is searched for no longer.
      takeOut(template.templateId());
    }
    recent.add(enrolment, now());
    Recent oldest = recent.beyondMost();
    if (oldest != null) {
      if (oldest.isDue()) {
        answer(oldest);
      }
      recent.forget(oldest);
      metrics.overtaken();
    }
  }

  /** What a template has found goes with it; whoever was enrolled a moment ago has found it now. */
  private void erase(String templateId) throws Exception {
    for (Recent one : recent.of(templateId)) {
      if (one.isDue()) {
        noteFound(one);
      }
    }
    Set<String> groups = found.takeFoundBy(templateId);
    if (!groups.isEmpty()) {
      metrics.erased(kept.erase(groups));
    }
    takeOut(templateId);
  }

  private void takeOut(String templateId) throws Exception {
    for (Recent one : recent.of(templateId)) {
      recent.take(one, templateId);
      if (one.enrolment().templates().isEmpty()) {
        output.collect(new StreamRecord<>(answerTo(one.enrolment(), true, List.of())));
        recent.forget(one);
      } else {
        one.dueAt(now());
      }
    }
  }

  /** Lets faces go whose time is over, or for which there is no room. */
  private void letGo(long now) throws Exception {
    List<String> expired = kept.forgetKeptUntil(now - settings.retention().toMillis());
    metrics.expired(expired.size());
    found.gone(expired);
    long most = settings.facesOf(slices);
    List<String> early = kept.forgetBeyond(most);
    metrics.leftEarly(early.size(), most);
    found.gone(early);
  }

  /** Sees to it that a timer comes for whatever is due next. */
  private void look() {
    Long oldest = kept.oldest();
    if (oldest != null && !expiryAwaited) {
      expiryAwaited = true;
      getProcessingTimeService()
          .registerTimer(
              oldest + settings.retention().toMillis(),
              time -> {
                expiryAwaited = false;
                letGo(now());
                look();
              });
    }
    Long next = recent.next();
    if (next != null && next < nextLook) {
      nextLook = next;
      getProcessingTimeService().registerTimer(next, this::answerNext);
    }
  }

  private void answerNext(long time) throws Exception {
    nextLook = Long.MAX_VALUE;
    long now = now();
    letGo(now);
    Recent due = recent.due(now);
    if (due != null) {
      answer(due);
    }
    for (Recent old : recent.answeredUntil(now - RecentEnrolments.REMEMBERED_MILLIS)) {
      recent.forget(old);
    }
    look();
  }

  private void answer(Recent one) throws Exception {
    Map<String, List<KeptFace>> tracks = noteFound(one);
    List<EarlierView> views = new ArrayList<>();
    tracks.values().forEach(track -> views.addAll(judge.judge(one.enrolment(), track)));
    one.answered();
    metrics.answered();
    output.collect(new StreamRecord<>(answerTo(one.enrolment(), false, latest(views))));
  }

  /** Searches the faces, and remembers which template has found which. */
  private Map<String, List<KeptFace>> noteFound(Recent one) throws Exception {
    Map<String, Set<String>> groups = earlier.find(one.enrolment());
    Map<String, List<KeptFace>> tracks = kept.of(groups.keySet());
    one.groups().clear();
    for (Map.Entry<String, List<KeptFace>> track : tracks.entrySet()) {
      one.groups().add(track.getKey());
      for (String templateId : groups.get(track.getKey())) {
        found.found(templateId, track.getKey(), track.getValue().size());
      }
    }
    return tracks;
  }

  private List<EarlierView> latest(List<EarlierView> views) {
    if (views.size() <= MOST_VIEWS) {
      return views;
    }
    metrics.cut(views.size() - MOST_VIEWS, MOST_VIEWS);
    return views.stream()
        .sorted(Comparator.comparingLong(EarlierView::time).reversed())
        .limit(MOST_VIEWS)
        .toList();
  }

  private EarlierViews answerTo(Enrolment enrolment, boolean revoked, List<EarlierView> views) {
    return new EarlierViews(enrolment.id(), slice, slices, now(), revoked, views);
  }

  private long now() {
    return getProcessingTimeService().getCurrentProcessingTime();
  }

  /** There will be no further faces: whatever is to be answered is answered now. */
  @Override
  public void finish() throws Exception {
    if (!isOff()) {
      for (Recent one : recent.all()) {
        if (one.isDue()) {
          answer(one);
        }
      }
    }
    super.finish();
  }

  @Override
  public void close() throws Exception {
    try {
      if (index != null) {
        index.close();
      }
    } finally {
      super.close();
    }
  }
}
