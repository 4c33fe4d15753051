package io.facestream.console.api;

import io.facestream.client.policies.StoredPolicy;
import io.facestream.console.access.Caller;
import io.facestream.console.access.Right;
import io.facestream.console.cameras.Camera;
import io.facestream.console.cameras.Cameras;
import io.facestream.console.http.Json;
import io.facestream.console.http.RouteGroup;
import io.facestream.console.http.Routes;
import io.facestream.console.people.GalleryGroups;
import io.facestream.console.policies.PolicyDesk;
import io.facestream.console.policies.PolicyScope;
import io.facestream.console.policies.StandingPolicies;
import io.facestream.policies.outlook.CameraTraffic;
import io.facestream.policies.outlook.Outlook;
import io.facestream.policies.outlook.PolicyOutlook;
import io.facestream.policies.rehearsal.OptionsSeen;
import io.facestream.wire.PolicyKey;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code /api/v1/evaluate}: what thresholds mean with the gallery and the traffic as they are. */
public final class EvaluationRoutes implements RouteGroup {
  private final PolicyDesk desk;
  private final GalleryGroups gallery;
  private final Cameras cameras;
  private final String pack;

  /**
   * @param pack the job's model pack
   */
  public EvaluationRoutes(PolicyDesk desk, GalleryGroups gallery, Cameras cameras, String pack) {
    this.desk = desk;
    this.gallery = gallery;
    this.cameras = cameras;
    this.pack = pack;
  }

  /**
   * All of it.
   *
   * @param strangersADay visits before all cameras; null when that is not known of one
   */
  record View(String pack, int cameras, Double strangersADay, List<ItemView> items) {}

  /**
   * What a policy means.
   *
   * @param id names it in paths
   * @param version null when the job's options lay it down
   * @param origin whose threshold it is
   * @param templatesInReach null for one who may not see all
   * @param share of strangers' visits; null when nobody has measured the pack
   */
  record ItemView(
      String id,
      String key,
      Long version,
      double threshold,
      String origin,
      Double falseAlerts,
      Long templatesInReach,
      long templates,
      Double share,
      Double falseAlertsADay,
      boolean beyondCurve) {
    static ItemView of(PolicyOutlook outlook, boolean all) {
      return new ItemView(
          PolicyView.id(outlook.key()),
          outlook.key().toString(),
          outlook.version(),
          outlook.threshold().cosine(),
          outlook.threshold().origin(),
          outlook.threshold().falseAlerts(),
          all ? outlook.inReach() : null,
          outlook.templates(),
          outlook.share(),
          outlook.falseAlertsADay(),
          outlook.beyondCurve());
    }
  }

  @Override
  public void addTo(Routes routes) {
    routes.add("GET", "/api/v1/evaluate", Right.ADMIN, this::evaluate);
  }

  private void evaluate(Context context, Caller caller) {
    if (!desk.isOpen()) {
      throw PolicyProblems.away();
    }
    List<Camera> seen =
        cameras.all().stream().filter(camera -> camera.state() != Camera.State.GONE).toList();
    List<PolicyOutlook> outlook =
        PolicyProblems.told(
            () -> {
              Map<PolicyKey, StoredPolicy> stored = desk.all();
              return new Outlook(
                      pack,
                      options(seen),
                      StandingPolicies.stated(stored),
                      gallery.all(people(stored)),
                      traffic(seen))
                  .all();
            });
    boolean all = PolicyScope.isAll(caller.scope());
    Json.answer(
        context,
        200,
        new View(
            pack,
            seen.size(),
            sum(seen),
            outlook.stream()
                .filter(one -> PolicyScope.has(caller.scope(), one.key()))
                .map(one -> ItemView.of(one, all))
                .toList()));
  }

  private static Set<String> people(Map<PolicyKey, StoredPolicy> stored) {
    return stored.keySet().stream()
        .filter(key -> key.scope() == PolicyKey.Scope.PERSON)
        .map(PolicyKey::name)
        .collect(Collectors.toSet());
  }

  private static OptionsSeen options(List<Camera> seen) {
    OptionsSeen options = new OptionsSeen();
    seen.forEach(camera -> options.add(camera.lastFrame(), camera.newest()));
    return options;
  }

  private static List<CameraTraffic> traffic(List<Camera> seen) {
    return seen.stream()
        .map(camera -> new CameraTraffic(camera.id(), camera.strangersADay()))
        .toList();
  }

  private static Double sum(List<Camera> seen) {
    return seen.isEmpty() || seen.stream().anyMatch(camera -> camera.strangersADay() == null)
        ? null
        : Double.valueOf(seen.stream().mapToDouble(Camera::strangersADay).sum());
  }
}
