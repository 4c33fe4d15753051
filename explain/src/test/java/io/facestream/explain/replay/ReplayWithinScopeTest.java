package io.facestream.explain.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.facestream.client.frames.StoredFrame;
import io.facestream.client.verdicts.StoredVerdict;
import io.facestream.decision.DecisionRule;
import io.facestream.decision.Policies;
import io.facestream.decision.StatedPolicy;
import io.facestream.explain.change.Change;
import io.facestream.explain.gallery.Enrolled;
import io.facestream.explain.gallery.PastGallery;
import io.facestream.explain.gallery.WholeGallery;
import io.facestream.explain.picture.PictureLook;
import io.facestream.explain.picture.SeenPicture;
import io.facestream.explain.story.Explainer;
import io.facestream.explain.story.FaceStory;
import io.facestream.explain.story.FaceStory.NotSearched;
import io.facestream.explain.story.Story;
import io.facestream.ingest.scene.DrawnScene;
import io.facestream.ingest.scene.SceneOptions;
import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.frames.VisionSettings;
import io.facestream.job.gallery.Template;
import io.facestream.job.negatives.KnownExamples;
import io.facestream.job.search.SearchSettings;
import io.facestream.job.verdict.Judge;
import io.facestream.vision.packs.ModelPack;
import io.facestream.vision.picture.DecodeOptions;
import io.facestream.wire.FrameRef;
import io.facestream.wire.Json;
import io.facestream.wire.Point;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.Verdict;
import io.facestream.wire.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A list that is looked for elsewhere: as if its people had not been enrolled. */
class ReplayWithinScopeTest {
  private static final Instant TIME = Instant.parse("2026-11-21T10:15:30.120Z");
  private static final SearchSettings SEARCH =
      new SearchSettings(5, 3, -1, 64, Duration.ZERO, Duration.ZERO);

  private static final Policies AT_THE_GATE =
      Policies.ofOptions(
          Map.of(
              PolicyKey.DEFAULT,
              Policy.ofThreshold(0.9),
              PolicyKey.watchlist("vip"),
              new Policy(null, null, null, null, null, null, List.of("gate"))));

  private final DecisionRule rule = new DecisionRule(AT_THE_GATE, null);

  private ModelPack pack;
  private SeenPicture seen;
  private SeenPicture other;
  private WholeGallery all;
  private WholeGallery withoutVip;

  @BeforeEach
  void enrolTheOneInThePictureAsVip() throws Exception {
    DrawnScene scene = new DrawnScene(SceneOptions.defaults());
    VisionSettings builtin =
        new VisionSettings(
            "builtin", null, null, null, null, DecodeOptions.DEFAULT_MAX_PIXELS, null);
    Enrolled ben;
    try (PictureLook look = new PictureLook(builtin)) {
      pack = look.pack();
      seen = look.look(scene.portraits(scene.people().get(0)).get(0));
      other = look.look(scene.portraits(scene.people().get(1)).get(0));
      ben = enrolled("ben", List.of(), other);
    }
    Enrolled ada = enrolled("ada", List.of("vip"), seen);
    int dimension = pack.embedder().dimension();
    all = new WholeGallery(dimension, Map.of("ada/1", ada, "ben/1", ben), Map.of(), Map.of(0, 7L));
    withoutVip = new WholeGallery(dimension, Map.of("ben/1", ben), Map.of(), Map.of(0, 7L));
  }

  private static Enrolled enrolled(String person, List<String> watchlists, SeenPicture photo) {
    return new Enrolled(
        Template.of(person, person, watchlists, null), photo.probes().get(0).embedding(), null);
  }

  @AfterEach
  void close() {
    all.close();
    withoutVip.close();
  }

  @Test
  void shouldReplayWithinTheScopeOfThen() {
    Replay lobby = replay(judgedIn(withoutVip, "lobby"));
    assertThat(lobby.same()).as(lobby.firstDifference() + "").isTrue();
    assertThat(lobby.notHeld()).isEmpty();
    assertThat(lobby.now()).doesNotContain("ada");
    Replay gate = replay(judgedIn(all, "gate"));
    assertThat(gate.same()).as(gate.firstDifference() + "").isTrue();
    assertThat(gate.now()).contains("ada");
  }

  @Test
  void shouldTellThatTheBestPersonIsOutOfReach() {
    FaceStory face = story("lobby").faces().get(0);
    assertThat(face.nearest()).extracting(FaceStory.Nearest::personId).containsExactly("ben");
    assertThat(face.notSearched())
        .singleElement()
        .satisfies(ada -> assertThat(ada.similarity()).isGreaterThan(0.999))
        .extracting(NotSearched::personId, NotSearched::watchlists)
        .containsExactly("ada", List.of("vip"));
    assertThat(face.changes().get(0))
        .isEqualTo(
            new Change(
                Change.Kind.SCOPE,
                "watchlist/vip looked for here, too",
                "watchlist/vip.cameras=gate,lobby"));
    assertThat(story("lobby").gallery())
        .extracting(Story.Searched::templates, Story.Searched::inReach)
        .containsExactly(2L, 1L);
  }

  @Test
  void shouldTellThatTheBestPersonIsOutOfDate() {
    long begin = TIME.toEpochMilli() + 1;
    Enrolled later =
        new Enrolled(
            Template.of("ada", "ada", List.of(), null).valid(begin, begin + 1),
            seen.probes().get(0).embedding(),
            null);
    try (WholeGallery gallery =
        new WholeGallery(pack.embedder().dimension(), Map.of("ada/1", later), Map.of(), Map.of())) {
      for (int after = 0; after < 3; after++) {
        FaceStory face =
            new Explainer(pack, gallery, "gallery", AT_THE_GATE, SEARCH, 3)
                .explain("photo", "gate", TIME.plusMillis(after), seen)
                .faces()
                .get(0);
        assertThat(face.answer().match() != null).as("%d ms later", after).isEqualTo(after == 1);
        assertThat(face.notSearched())
            .extracting(NotSearched::personId, NotSearched::why, NotSearched::validFrom)
            .isEqualTo(
                after == 1
                    ? List.of()
                    : List.of(tuple("ada", NotSearched.Why.VALIDITY, TIME.plusMillis(1))));
        String other =
            after == 0
                ? "ada/1 valid from 2026-11-21T10:15:30.120Z on, not 2026-11-21T10:15:30.121Z:"
                : "ada/1 valid until after 2026-11-21T10:15:30.122Z, not 2026-11-21T10:15:30.122Z:";
        assertThat(face.changes().stream().map(Change::text).filter(text -> text.contains("valid")))
            .hasSize(after == 1 ? 0 : 1)
            .allMatch(text -> text.startsWith(other));
      }
    }
  }

  @Test
  void shouldNotTellOfALongerValidityThatWouldNotDo() {
    Enrolled past =
        new Enrolled(
            Template.of("ada", "ada", List.of(), 1f).valid(null, TIME.toEpochMilli()),
            other.probes().get(0).embedding(),
            null);
    try (WholeGallery gallery =
        new WholeGallery(pack.embedder().dimension(), Map.of("ada/1", past), Map.of(), Map.of())) {
      FaceStory face =
          new Explainer(pack, gallery, "gallery", AT_THE_GATE, SEARCH, 3)
              .explain("photo", "gate", TIME, seen)
              .faces()
              .get(0);
      assertThat(face.notSearched()).hasSize(1);
      assertThat(face.changes()).extracting(Change::what).containsExactly(Change.Kind.PHOTOS);
    }
  }

  @Test
  void shouldTellNothingOfReachWhereAllAreLookedFor() {
    for (String camera : List.of("gate", "")) {
      FaceStory face = story(camera).faces().get(0);
      assertThat(face.notSearched()).isEmpty();
      assertThat(face.answer().match().personId()).isEqualTo("ada");
      assertThat(story(camera).gallery().inReach()).isEqualTo(2);
    }
  }

  @Test
  void shouldTellThatTheJobPassesAFaceOverWhereItStands() {
    Zone everywhere =
        new Zone(List.of(new Point(0, 0), new Point(1, 0), new Point(1, 1), new Point(0, 1)));
    Policies ignoring =
        AT_THE_GATE.with(
            PolicyKey.camera("gate"), new StatedPolicy(Policy.ofIgnored(List.of(everywhere)), 8));
    Explainer explainer = new Explainer(pack, all, "gallery", ignoring, SEARCH, 3);
    assertThat(explainer.explain("photo", "gate", TIME, seen).faces().get(0).ignored()).isTrue();
    assertThat(explainer.explain("photo", "lobby", TIME, seen).faces().get(0).ignored()).isFalse();
    FrameRef handedIn = new FrameRef(0, 0, 0, TIME, seen.width(), seen.height(), "r-1");
    assertThat(explainer.explain("photo", "gate", handedIn, seen).faces().get(0).ignored())
        .isFalse();
  }

  @Test
  void shouldTellOfNobodyOutsideTheWatchlistsThatAPictureWasSearchedIn() {
    Story story =
        new Explainer(pack, all, "gallery", AT_THE_GATE, SEARCH, 3)
            .explain(
                "photo",
                "gate",
                new FrameRef(0, 0, 0, TIME, seen.width(), seen.height(), "r-1", List.of("guests")),
                seen);
    FaceStory face = story.faces().get(0);
    assertThat(face.answer().match()).isNull();
    assertThat(face.nearest()).extracting(FaceStory.Nearest::personId).doesNotContain("ada");
    assertThat(face.notSearched()).isEmpty();
    assertThat(story.gallery().inReach()).isLessThan(2);
  }

  private Story story(String camera) {
    return new Explainer(pack, all, "gallery", AT_THE_GATE, SEARCH, 3)
        .explain("photo", camera, TIME, seen);
  }

  /** By a job in whose gallery they are. */
  private Verdict judgedIn(WholeGallery gallery, String camera) {
    ProbeFrame frame =
        new ProbeFrame(
            camera + "@0-7",
            ProbeFrame.UNNUMBERED,
            camera,
            new FrameRef(0, 7, 3, TIME, seen.width(), seen.height(), null),
            seen.probes(),
            1,
            2);
    return Judge.ofSingleFrames(rule, 3, Explainer.models(pack), new KnownExamples())
        .judge(gallery.search(frame, SEARCH, gallery.templates()));
  }

  private Replay replay(Verdict verdict) {
    return new Replayer(rule, -1, SEARCH, 3, Explainer.models(pack))
        .replay(
            new VerdictAndFrame(
                new StoredVerdict(verdict, Json.toBytes(verdict), TIME),
                new StoredFrame(null, TIME, new byte[0]),
                null),
            seen,
            new PastGallery(all, verdict.gallery(), new TreeSet<>()),
            new DecidingViews(),
            List.of());
  }
}
