package io.facestream.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.wire.Confirmation;
import io.facestream.wire.Point;
import io.facestream.wire.Policy;
import io.facestream.wire.PolicyKey;
import io.facestream.wire.Recording;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyChangesTest {
  private final Map<PolicyKey, Policy> now = new HashMap<>();
  private final PolicyChanges changes = new PolicyChanges(now::get);

  @Test
  void shouldReadEachFieldAsPeopleWriteIt() {
    for (String assignment :
        List.of(
            "watchlist/v.i.p.falseAlerts=0.1%",
            "watchlist/v.i.p.margin=0.05",
            "watchlist/v.i.p.confirm=2 of 3",
            "watchlist/v.i.p.reviewRequired=true",
            "watchlist/v.i.p.record=none",
            "watchlist/v.i.p.cameras=gate, lobby.*",
            "camera/rtsp=1.threshold=0.5")) {
      changes.set(assignment);
    }
    assertThat(changes.result())
        .isEqualTo(
            Map.of(
                PolicyKey.watchlist("v.i.p"),
                new Policy(
                    null,
                    0.001,
                    0.05,
                    new Confirmation(2, 3),
                    true,
                    Recording.NONE,
                    List.of("gate", "lobby.*")),
                PolicyKey.camera("rtsp=1"),
                Policy.ofThreshold(0.5)));
  }

  @Test
  void shouldReadAndTellHowManyReviewersAReviewTakes() {
    changes.set("watchlist/vip.reviewers=2");
    Policy vip = changes.result().get(PolicyKey.watchlist("vip"));
    assertThat(vip.reviewers()).isEqualTo(2);
    assertThat(PolicyText.of(vip)).isEqualTo("reviewers=2");
    assertThatThrownBy(() -> changes.set("watchlist/vip.reviewers=many"))
        .isInstanceOf(PolicyArgumentException.class)
        .hasMessageContaining("reviewers is \"many\"; it must be 1 or 2.");
  }

  @Test
  void shouldReadAndTellTheAnalysersOfACamera() {
    changes.set("camera/desk.analysers=age-gender, emotion");
    changes.set("camera/desk.refusedAnalysers=race");
    changes.set("camera/gate.analysers=");
    Policy desk = changes.result().get(PolicyKey.camera("desk"));
    assertThat(desk.analysers()).containsExactly("age-gender", "emotion");
    assertThat(PolicyText.of(desk))
        .isEqualTo("analysers=age-gender,emotion  refusedAnalysers=race");
    assertThat(changes.result().get(PolicyKey.camera("gate")).analysers()).isEmpty();
  }

  @Test
  void shouldReadAndTellTheZonesThatACameraIgnores() {
    changes.set("camera/lobby.2.ignore=[[[0.5, 0], [1, 0], [1, 0.25]]]");
    Policy lobby = changes.result().get(PolicyKey.camera("lobby.2"));
    assertThat(lobby.ignore().get(0).corners())
        .containsExactly(new Point(0.5, 0), new Point(1, 0), new Point(1, 0.25));
    assertThat(PolicyText.of(lobby)).isEqualTo("ignore=[[[0.5,0.0],[1.0,0.0],[1.0,0.25]]]");
    changes.set("camera/lobby.2.margin=0.1");
    assertThat(changes.result().get(PolicyKey.camera("lobby.2")).ignore())
        .isEqualTo(lobby.ignore());
    assertThatThrownBy(() -> changes.set("camera/lobby.ignore=the poster"))
        .isInstanceOf(PolicyArgumentException.class)
        .hasMessageContaining("ignore is \"the poster\"; it must be a list of zones");
  }

  @Test
  void shouldLeaveOtherFieldsAndReplaceTheOtherFormOfTheThreshold() {
    now.put(PolicyKey.DEFAULT, new Policy(null, 0.01, 0.1, null, null, null, null));
    changes.set("default.threshold=0.4");
    assertThat(changes.result())
        .isEqualTo(Map.of(PolicyKey.DEFAULT, new Policy(0.4, null, 0.1, null, null, null, null)));
    changes.set("default.falseAlerts=1%");
    assertThat(changes.result().get(PolicyKey.DEFAULT).threshold()).isNull();
  }

  @Test
  void shouldTakeBackFieldsAndWholePolicies() {
    now.put(PolicyKey.DEFAULT, new Policy(null, 0.01, 0.1, null, null, null, null));
    now.put(PolicyKey.camera("lobby.2"), Policy.ofThreshold(0.4));
    now.put(PolicyKey.person("ada"), Policy.ofThreshold(0.4));
    changes.unset("default.margin");
    changes.unset("camera/lobby.2");
    changes.unset("person/ada.threshold");
    assertThat(changes.result())
        .hasSize(3)
        .containsEntry(PolicyKey.DEFAULT, Policy.ofFalseAlerts(0.01))
        .containsEntry(PolicyKey.camera("lobby.2"), null)
        .containsEntry(PolicyKey.person("ada"), null);
    assertThat(changes.over(now)).containsOnlyKeys(PolicyKey.DEFAULT);
    assertThatThrownBy(() -> changes.unset("camera/bar"))
        .hasMessageStartingWith("Nothing is said of 'camera/bar'");
  }

  @Test
  void shouldRefuseToSetAFieldAndTakeItBackAtOnce() {
    now.put(PolicyKey.camera("lobby"), Policy.ofThreshold(0.4));
    now.put(PolicyKey.camera("lobby.2"), new Policy(0.4, null, 0.1, null, null, null, null));
    changes.set("camera/lobby.2.threshold=0.5");
    for (String place : List.of("camera/lobby.2.threshold", "camera/lobby.2")) {
      assertThatThrownBy(() -> changes.unset(place))
          .isInstanceOf(PolicyArgumentException.class)
          .hasMessageStartingWith("'camera/lobby.2.threshold' is set and taken back at once");
    }
    assertThatThrownBy(() -> changes.unset("camera/lobby.2.falseAlerts"))
        .hasMessageStartingWith(
            "'camera/lobby.2.falseAlerts' goes by itself when 'threshold' is set");
    changes.unset("camera/lobby.2.margin");
    changes.unset("camera/lobby");
    assertThat(changes.result())
        .containsEntry(PolicyKey.camera("lobby.2"), Policy.ofThreshold(0.5))
        .containsEntry(PolicyKey.camera("lobby"), null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "default.treshold=0.4 ~ There is no field 'treshold' in a policy; there are threshold,",
        "threshold=0.4 ~ 'threshold=0.4' is no change of a policy; write KEY.FIELD=VALUE, such as",
        "default.threshold ~ 'default.threshold' is no change of a policy; write KEY.FIELD=VALUE",
        "lobby.threshold=0.4 ~ The key 'lobby' is none of a policy; it is default, watchlist/NAME",
        "default.threshold=high ~ default: threshold is \"high\"; it must be a number from -1",
        "default.falseAlerts=0 ~ default: falseAlerts: '0' is no share above 0% and below 100%",
        "default.confirm=2 ~ default: confirm is \"2\"; it must be two whole numbers",
        "default.confirm=3 of 2 ~ default: confirm is 3 of 2 views; it must be at least 1",
        "watchlist/vip.cameras= ~ watchlist/vip: cameras names no camera; unset the field to have",
        "watchlist/vip.cameras=a,,b ~ watchlist/vip: cameras: '' is no camera id; give one as",
        "watchlist/vip.cameras=[\"a ~ watchlist/vip: cameras is \"[\\\"a\"; it must be a list of",
        "camera/lobby.cameras=gate ~ camera/lobby: cameras is of watchlists alone, and this is",
        "watchlist/vip.analysers=emotion ~ watchlist/vip: analysers is of cameras alone, and this",
        "default.analysers=Emotion ~ default: analysers: 'Emotion' is no name of an analyser;",
        "default.analysers=a,a ~ default: analysers: 'a' is there twice; leave one out.",
        "default.reviewRequired=yes ~ default: reviewRequired is \"yes\"; it must be true or",
        "default.record=some ~ default: record is \"some\"; it must be \"all\" or \"none\"."
      })
  void shouldRefuseWithCauseAndCure(String assignment, String reason) {
    assertThatThrownBy(() -> changes.set(assignment))
        .isInstanceOf(PolicyArgumentException.class)
        .hasMessageStartingWith(reason);
  }

  @Test
  void shouldSayInTheSameWordsWhatIsSet() {
    changes.set("watchlist/vip.falseAlerts=0.1%");
    changes.set("watchlist/vip.confirm=2/3");
    assertThat(PolicyText.of(changes.result().get(PolicyKey.watchlist("vip"))))
        .isEqualTo("falseAlerts=0.1%  confirm=2 of 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gate", "gate,lobby*", "[\"a,b\",\"c\"]", "[\"[0]\"]"})
  void shouldSayInTheSameWordsWhichCamerasAreSet(String cameras) {
    changes.set("watchlist/vip.cameras=" + cameras);
    assertThat(PolicyText.of(changes.result().get(PolicyKey.watchlist("vip"))))
        .isEqualTo("cameras=" + cameras);
  }
}
