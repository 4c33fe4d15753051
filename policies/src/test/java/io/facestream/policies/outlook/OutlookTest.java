package io.facestream.policies.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.facestream.decision.StatedPolicy;
import io.facestream.policies.PolicyException;
import io.facestream.policies.rehearsal.OptionsSeen;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.wire.FalseMatchCurve;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutlookTest {
  private static final PolicyKey VIP = PolicyKey.watchlist("vip");
  private static final FalseMatchCurve CURVE =
      ModelPacks.named("standard").embedder().falseMatches();

  private final Map<PolicyKey, StatedPolicy> stated = new LinkedHashMap<>();
  private List<CameraTraffic> cameras =
      List.of(new CameraTraffic("lobby", 100.0), new CameraTraffic("gate", 300.0));

  private List<PolicyOutlook> outlook(String pack) {
    List<EnrolledGroup> gallery =
        List.of(
            new EnrolledGroup(List.of(), null, 90),
            new EnrolledGroup(List.of("vip"), null, 8),
            new EnrolledGroup(List.of("vip"), "ada", 2));
    return new Outlook(pack, new OptionsSeen(), stated, gallery, cameras).all();
  }

  private PolicyOutlook of(PolicyKey key) {
    return outlook("standard").stream()
        .filter(one -> one.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private void state(PolicyKey key, Policy policy) {
    stated.put(key, new StatedPolicy(policy, 7));
  }

  @Test
  void shouldKeepToTheShareThatIsWishedForTheWholeGallery() {
    PolicyOutlook usual = of(PolicyKey.DEFAULT);
    assertThat(usual.version()).isNull();
    assertThat(usual.threshold().falseAlerts()).isEqualTo(0.003);
    assertThat(usual.inReach()).isEqualTo(100);
    assertThat(usual.templates()).isEqualTo(100);
    assertThat(usual.share()).isCloseTo(0.003, within(1e-9));
    assertThat(usual.falseAlertsADay()).isCloseTo(400 * 0.003, within(1e-6));
  }

  @Test
  void shouldCountThoseOfAListByTheListsOwnThreshold() {
    double cosine = CURVE.points().get(1).cosine();
    state(VIP, Policy.ofThreshold(cosine));
    PolicyOutlook vip = of(VIP);
    double rate = CURVE.points().get(1).falseMatchRate();
    assertThat(vip.version()).isEqualTo(7);
    assertThat(vip.threshold().origin()).isEqualTo("watchlist/vip");
    assertThat(vip.templates()).isEqualTo(10);
    assertThat(vip.share()).isCloseTo(1 - Math.pow(1 - rate, 10 * 5), within(1e-9));
    assertThat(vip.beyondCurve()).isFalse();
    assertThat(of(PolicyKey.DEFAULT).share()).isGreaterThan(vip.share());
  }

  @Test
  void shouldLeaveOutWhomACameraDoesNotLookFor() {
    state(VIP, new Policy(null, null, null, null, null, null, List.of("gate")));
    assertThat(of(VIP).inReach()).isEqualTo(100);
    assertThat(of(VIP).threshold().origin()).isEqualTo("default");
    // At the lobby the list has nobody who could be named.
    assertThat(of(VIP).falseAlertsADay()).isCloseTo(300 * of(VIP).share(), within(1e-9));
    state(PolicyKey.camera("lobby"), Policy.ofFalseAlerts(0.01));
    assertThat(of(PolicyKey.camera("lobby")).inReach()).isEqualTo(90);
    assertThat(of(PolicyKey.camera("lobby")).falseAlertsADay()).isCloseTo(1.0, within(1e-6));
  }

  @Test
  void shouldTellOnePersonApart() {
    state(PolicyKey.person("ada"), Policy.ofThreshold(0.99));
    PolicyOutlook ada = of(PolicyKey.person("ada"));
    assertThat(ada.templates()).isEqualTo(2);
    assertThat(ada.threshold().origin()).isEqualTo("person/ada");
    assertThat(ada.beyondCurve()).isTrue();
  }

  @Test
  void shouldNotSayWhatNobodyKnows() {
    cameras = List.of(new CameraTraffic("lobby", 100.0), new CameraTraffic("gate", null));
    assertThat(of(PolicyKey.DEFAULT).falseAlertsADay()).isNull();
    assertThat(of(PolicyKey.DEFAULT).share()).isPositive();
    assertThat(outlook("builtin").get(0).share()).isNull();
    cameras = List.of();
    assertThat(of(PolicyKey.DEFAULT).inReach()).isEqualTo(100);
    state(VIP, Policy.ofFalseAlerts(0.01));
    assertThatThrownBy(() -> outlook("builtin"))
        .isInstanceOf(PolicyException.class)
        .hasMessageContaining("a threshold must be a cosine");
  }
}
