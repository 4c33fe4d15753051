package io.facestream.policies.outlook;

import io.facestream.decision.Contender;
import io.facestream.decision.DecisionRule;
import io.facestream.decision.Policies;
import io.facestream.decision.StatedPolicy;
import io.facestream.policies.PackRules;
import io.facestream.policies.rehearsal.OptionsSeen;
import io.facestream.vision.packs.ModelPack;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.wire.FalseMatchCurve;
import io.facestream.wire.PolicyKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says what each policy means with a gallery and the traffic as they are, by the rule that the job
 * decides by and the embedder's measured curve. Thresholds of people in the gallery's own records
 * are not counted.
 */
public final class Outlook {
  /** Where no camera is known: one at which everybody is looked for. */
  private static final CameraTraffic ANYWHERE = new CameraTraffic("", null);

  private final Policies policies;
  private final DecisionRule rule;
  private final FalseMatchCurve curve;
  private final List<EnrolledGroup> gallery;
  private final List<CameraTraffic> cameras;

  /**
   * An outlook.
   *
   * @param packName the job's model pack
   * @param seen verdicts of late, which show what the job was told by its options
   * @param stated what the topic of policies holds
   * @param gallery each template once
   * @param cameras each once
   * @throws io.facestream.policies.PolicyException when a share is asked for that nobody has
   *     measured
   */
  public Outlook(
      String packName,
      OptionsSeen seen,
      Map<PolicyKey, StatedPolicy> stated,
      List<EnrolledGroup> gallery,
      List<CameraTraffic> cameras) {
    ModelPack pack = ModelPacks.named(packName);
    this.policies = new Policies(seen.policies(pack, 0).ofOptions(), stated);
    this.rule = PackRules.rule(policies, pack);
    this.curve = pack.embedder().falseMatches();
    this.gallery = gallery;
    this.cameras = cameras;
  }

  /** Of the default, and of all others for which anything is laid down. */
  public List<PolicyOutlook> all() {
    Set<PolicyKey> keys =
        new TreeSet<>(Comparator.comparing(PolicyKey::scope).thenComparing(PolicyKey::name));
    keys.add(PolicyKey.DEFAULT);
    keys.addAll(policies.stated().keySet());
    keys.addAll(policies.ofOptions().keySet());
    return keys.stream().map(this::of).toList();
  }

  private PolicyOutlook of(PolicyKey key) {
    List<EnrolledGroup> people = gallery.stream().filter(group -> concerns(key, group)).toList();
    CameraTraffic widest = ANYWHERE;
    long most = -1;
    double share = 0;
    double perDay = 0;
    boolean trafficKnown = true;
    boolean beyond = false;
    for (CameraTraffic camera : camerasOf(key)) {
      long inReach = templates(inReach(gallery, camera));
      if (inReach > most) {
        most = inReach;
        widest = camera;
      }
      if (curve != null) {
        FalseMatches matches = new FalseMatches(curve);
        for (EnrolledGroup group : inReach(people, camera)) {
          matches.add(
              group.templates(),
              rule.thresholdFor(group.contender(), camera.cameraId(), inReach),
              inReach);
        }
        share = Math.max(share, matches.share());
        beyond |= matches.beyondCurve();
        trafficKnown &= camera.strangersADay() != null;
        perDay += trafficKnown ? camera.strangersADay() * matches.share() : 0;
      }
    }
    StatedPolicy stated = policies.stated().get(key);
    return new PolicyOutlook(
        key,
        stated == null ? null : stated.version(),
        rule.thresholdFor(typical(key), widest.cameraId(), most),
        most,
        templates(people),
        curve == null ? null : share,
        curve == null || !trafficKnown ? null : perDay,
        beyond);
  }

  private static boolean concerns(PolicyKey key, EnrolledGroup group) {
    return switch (key.scope()) {
      case DEFAULT, CAMERA -> true;
      case WATCHLIST -> group.watchlists().contains(key.name());
      case PERSON -> key.name().equals(group.personId());
    };
  }

  /** Those at which it holds; never none. */
  private List<CameraTraffic> camerasOf(PolicyKey key) {
    List<CameraTraffic> found = new ArrayList<>();
    for (CameraTraffic camera : cameras) {
      boolean holds =
          switch (key.scope()) {
            case CAMERA -> camera.cameraId().equals(key.name());
            case WATCHLIST -> !rule.reach().outOfScopeAt(camera.cameraId()).contains(key.name());
            case DEFAULT, PERSON -> true;
          };
      if (holds) {
        found.add(camera);
      }
    }
    if (!found.isEmpty()) {
      return found;
    }
    return List.of(
        key.scope() == PolicyKey.Scope.CAMERA ? new CameraTraffic(key.name(), null) : ANYWHERE);
  }

  private List<EnrolledGroup> inReach(List<EnrolledGroup> groups, CameraTraffic camera) {
    var scope = rule.reach().scopeOf(camera.cameraId(), null);
    return groups.stream().filter(group -> scope.reaches(group.watchlists())).toList();
  }

  private static long templates(List<EnrolledGroup> groups) {
    return groups.stream().mapToLong(EnrolledGroup::templates).sum();
  }

  /** Somebody of whom nothing more specific is said. */
  private Contender typical(PolicyKey key) {
    return switch (key.scope()) {
      case DEFAULT, CAMERA -> new Contender("", List.of(), null, 0);
      case WATCHLIST -> new Contender("", List.of(key.name()), null, 0);
      case PERSON ->
          gallery.stream()
              .filter(group -> key.name().equals(group.personId()))
              .findFirst()
              .map(EnrolledGroup::contender)
              .orElse(new Contender(key.name(), List.of(), null, 0));
    };
  }
}
