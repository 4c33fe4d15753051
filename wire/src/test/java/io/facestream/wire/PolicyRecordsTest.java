package io.facestream.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyRecordsTest {
  static final Policy EVERYTHING =
      new Policy(
          null,
          0.003,
          0.05,
          new Confirmation(2, 3),
          true,
          Recording.NONE,
          List.of("gate", "lobby*"));

  static final Policy OF_CAMERA =
      new Policy(
          0.4, null, null, null, null, null, null, List.of("age-gender"), List.of("emotion"));

  static final Policy WITH_ZONES =
      Policy.ofIgnored(
          List.of(
              new Zone(List.of(new Point(0, 0.5), new Point(0.25, 0), new Point(1, 1))),
              new Zone(List.of(new Point(0.5, 0), new Point(1, 0), new Point(1, 0.125)))));

  private static final PolicyKey VIP = PolicyKey.watchlist("vip");

  @Test
  void shouldReadWhatItWrites() throws UnusableRecordException {
    assertThat(PolicyRecords.policy(VIP, Json.toBytes(EVERYTHING))).isEqualTo(EVERYTHING);
    assertThat(PolicyRecords.policy(VIP, Json.toBytes(Policy.ofThreshold(0.4))))
        .isEqualTo(Policy.ofThreshold(0.4));
    assertThat(new String(Json.toBytes(Policy.EMPTY), StandardCharsets.UTF_8)).isEqualTo("{}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"0.3%\"", "\"0.003\"", "0.003", "3e-3"})
  void shouldReadSharesAsPeopleWriteThem(String share) throws UnusableRecordException {
    String json = "{\"falseAlerts\": " + share + "}";
    assertThat(read(json)).isEqualTo(Policy.ofFalseAlerts(0.003));
    assertThat(SchemaCheck.errors(Schemas.POLICY, json)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{\"treshold\": 0.4} ~ There is no field 'treshold' in a policy; there are threshold,",
        "{\"cameras\": []} ~ cameras names no camera; unset the field to have all cameras.",
        "{\"cameras\": \"lobby\"} ~ cameras is \"lobby\"; it must be a list of camera ids such as",
        "{\"cameras\": [\"lobby\", 2]} ~ cameras is [\"lobby\",2]; it must be a list of camera ids",
        "{\"cameras\": {\"lobby\": \"gate\"}} ~ cameras is {\"lobby\":\"gate\"}; it must be a list",
        "{\"cameras\": null} ~ cameras is null; it must be a list of camera ids such as",
        "{\"cameras\": [\"*\"]} ~ cameras: '*' names every camera; unset the field to have all",
        "{\"cameras\": [\" \"]} ~ cameras: ' ' is no camera id; give one as verdicts have it.",
        "{\"cameras\": [\"a\\u0007\"]} ~ cameras: 'a\\x07' is no camera id",
        "{\"cameras\": [\"gate\", \"gate\"]} ~ cameras: 'gate' is there twice; leave one out.",
        "{\"analysers\": [\"emotion\"]} ~ analysers is of cameras alone, and this is the policy of",
        "{\"threshold\": 1.5} ~ threshold is 1.5; it must be a number from -1 to 1.",
        "{\"threshold\": \"high\"} ~ threshold is \"high\"; it must be a number from -1 to 1.",
        "{\"threshold\": null} ~ threshold is null; it must be a number from -1 to 1.",
        "{\"threshold\": 0.4, \"falseAlerts\": 0.1} ~ threshold and falseAlerts exclude each",
        "{\"falseAlerts\": 0} ~ falseAlerts: '0' is no share above 0% and below 100%",
        "{\"falseAlerts\": 1} ~ falseAlerts: '1' is no share above 0% and below 100%",
        "{\"falseAlerts\": \"few\"} ~ falseAlerts: 'few' is no share above 0% and below 100%",
        "{\"falseAlerts\": true} ~ falseAlerts is true; it must be a share such as \"0.3%\"",
        "{\"margin\": -0.1} ~ margin is -0.1; it must be a number from 0 to 2.",
        "{\"confirm\": 2} ~ confirm is 2; it must be two whole numbers such as",
        "{\"confirm\": {\"views\": 2}} ~ confirm is {\"views\":2}; it must be two whole numbers",
        "{\"confirm\": {\"views\": 3, \"of\": 2}} ~ confirm is 3 of 2 views; it must be",
        "{\"confirm\": {\"views\": 0, \"of\": 2}} ~ confirm is 0 of 2 views; it must be",
        "{\"confirm\": {\"views\": 1, \"of\": 21}} ~ confirm is 1 of 21 views; it must be",
        "{\"reviewRequired\": \"yes\"} ~ reviewRequired is \"yes\"; it must be true or false.",
        "{\"reviewers\": 3} ~ reviewers is 3; it must be 1 or 2.",
        "{\"reviewers\": \"2\"} ~ reviewers is \"2\"; it must be 1 or 2.",
        "{\"record\": \"some\"} ~ record is \"some\"; it must be \"all\" or \"none\".",
        "{\"margin\": 0.1, \"margin\": 0.2} ~ The policy is not JSON: Duplicate field 'margin'",
        "{\"margin\": 0.1} {} ~ The policy is not JSON: ",
        "margin=0.1 ~ The policy is not JSON: ",
        "[] ~ The policy is no JSON object; write for example",
        "'' ~ The policy is no JSON object; write for example"
      })
  void shouldRefuse(String json, String reason) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(UnusableRecordException.class)
        .hasMessageStartingWith(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "camera/lobby", "person/ada"})
  void shouldRefuseCamerasOfWhatIsNoWatchlist(String key) {
    assertThatThrownBy(
            () ->
                PolicyRecords.policy(
                    PolicyKey.parse(key),
                    "{\"cameras\": [\"gate\"]}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnusableRecordException.class)
        .hasMessage(
            "cameras is of watchlists alone, and this is the policy of "
                + key
                + "; put the people on a list, and lay it down under watchlist/NAME.");
  }

  @Test
  void shouldTakeAThousandCamerasAndNoMore() throws UnusableRecordException {
    assertThat(read(camerasUpTo(CameraScope.MOST)).cameras()).hasSize(1_000);
    assertThatThrownBy(() -> read(camerasUpTo(CameraScope.MOST + 1)))
        .hasMessageStartingWith("cameras has 1,001 entries, at most 1,000 are taken; name many");
    assertThatThrownBy(() -> read("{\"cameras\": [\"" + "g".repeat(1_025) + "\"]}"))
        .hasMessageEndingWith("has 1025 bytes, at most 1024 are taken; shorten it.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "camera/lobby", "watchlist/vip", "person/ada"})
  void shouldReadHowManyReviewersAReviewTakes(String key) throws UnusableRecordException {
    byte[] json = "{\"reviewers\": 2}".getBytes(StandardCharsets.UTF_8);
    Policy policy = PolicyRecords.policy(PolicyKey.parse(key), json);
    assertThat(policy.reviewers()).isEqualTo(2);
    assertThat(Json.toBytes(policy))
        .isEqualTo("{\"reviewers\":2}".getBytes(StandardCharsets.UTF_8));
    assertThat(SchemaCheck.errors(Schemas.POLICY, policy)).isEmpty();
    assertThat(SchemaCheck.errors(Schemas.POLICY, "{\"reviewers\": 3}")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "camera/lobby"})
  void shouldReadTheAnalysersOfACamera(String key) throws UnusableRecordException {
    assertThat(PolicyRecords.policy(PolicyKey.parse(key), Json.toBytes(OF_CAMERA)))
        .isEqualTo(OF_CAMERA);
    assertThat(SchemaCheck.errors(Schemas.POLICY, OF_CAMERA)).isEmpty();
    assertThat(ofCamera("{\"analysers\": []}").analysers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"person/ada", "watchlist/vip"})
  void shouldRefuseAnalysersOfPeople(String key) {
    for (String field : List.of("analysers", "refusedAnalysers")) {
      byte[] json = ("{\"" + field + "\": [\"emotion\"]}").getBytes(StandardCharsets.UTF_8);
      assertThatThrownBy(() -> PolicyRecords.policy(PolicyKey.parse(key), json))
          .isInstanceOf(UnusableRecordException.class)
          .hasMessage(
              field
                  + " is of cameras alone, and this is the policy of "
                  + key
                  + ": faces are analysed before anybody knows whose they are; lay it down under"
                  + " camera/ID or default.");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{\"analysers\": \"emotion\"} ~ analysers is \"emotion\"; it must be a list of names such as",
        "{\"analysers\": null} ~ analysers is null; it must be a list of names such as",
        "{\"analysers\": [1]} ~ analysers is [1]; it must be a list of names such as",
        "{\"analysers\": [\"Emotion\"]} ~ analysers: 'Emotion' is no name of an analyser; names",
        "{\"analysers\": [\"\"]} ~ analysers: '' is no name of an analyser; names have 1 to 40",
        "{\"refusedAnalysers\": [\"a\", \"a\"]} ~ refusedAnalysers: 'a' is there twice; leave one out."
      })
  void shouldRefuseOfACamera(String json, String reason) {
    assertThatThrownBy(() -> ofCamera(json))
        .isInstanceOf(UnusableRecordException.class)
        .hasMessageStartingWith(reason);
  }

  @Test
  void shouldReadTheZonesOfACamera() throws UnusableRecordException {
    assertThat(
            ofCamera(
                "{\"ignore\": [[[0, 0.5], [0.25, 0], [1, 1]], [[0.5, 0], [1, 0], [1, 0.125]]]}"))
        .isEqualTo(WITH_ZONES);
    assertThat(PolicyRecords.policy(PolicyKey.camera("lobby"), Json.toBytes(WITH_ZONES)))
        .isEqualTo(WITH_ZONES);
    assertThat(SchemaCheck.errors(Schemas.POLICY, WITH_ZONES)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "person/ada", "watchlist/vip"})
  void shouldRefuseZonesOfWhatIsNoCamera(String key) {
    assertThatThrownBy(() -> PolicyRecords.policy(PolicyKey.parse(key), Json.toBytes(WITH_ZONES)))
        .isInstanceOf(UnusableRecordException.class)
        .hasMessage(
            "ignore is of cameras alone, and this is the policy of "
                + key
                + ": a zone is a part of one camera's picture; lay it down under camera/ID.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "null ~ ignore is null; it must be a list of zones, each a list of corners, such as",
        "[[0.1, 0.1], [0.2, 0.1], [0.2, 0.2]] ~ ignore is [[0.1,0.1],[0.2,0.1],[0.2,0.2]]; it must",
        "[[[0, 0], [1, 0], [1, \"1\"]]] ~ ignore is [[[0,0],[1,0],[1,\"1\"]]]; it must be",
        "[[[0, 0], [1, 0], [1, 1, 1]]] ~ ignore is [[[0,0],[1,0],[1,1,1]]]; it must be",
        "[{\"a\": [0, 0]}] ~ ignore is [{\"a\":[0,0]}]; it must be",
        "[] ~ ignore names no zone; unset the field to ignore none.",
        "[[[0, 0], [1, 1]]] ~ ignore: zone 1 has 2 corners; give it 3 to 32.",
        "[[[0, 0], [1, 0], [1, 1.5]]] ~ ignore: zone 1 has the corner [1.0, 1.5]; corners are",
        "[[[0, 0], [1, 0], [1, 1]], [[0, 0], [-1, 0], [1, 1]]] ~ ignore: zone 2 has the corner [-1.0,",
        "[[[0, 0], [0.5, 0.5], [1, 1]]] ~ ignore: zone 1 has no area, its corners lie on one line;",
        "[[[0.5, 0.5], [0.5, 0.5], [0.5, 0.5]]] ~ ignore: zone 1 has no area"
      })
  void shouldRefuseZones(String zones, String reason) {
    assertThatThrownBy(() -> ofCamera("{\"ignore\": " + zones + "}"))
        .isInstanceOf(UnusableRecordException.class)
        .hasMessageStartingWith(reason);
  }

  @Test
  void shouldTakeSixteenZonesOfThirtyTwoCornersAndNoMore() throws UnusableRecordException {
    String zone = "[[0,0],[1,0]" + ",[0.5,1]".repeat(30) + "]";
    String most = "{\"ignore\": [" + zone + ("," + zone).repeat(15) + "]}";
    assertThat(ofCamera(most).ignore()).hasSize(16);
    assertThat(SchemaCheck.errors(Schemas.POLICY, most)).isEmpty();
    assertThatThrownBy(() -> ofCamera("{\"ignore\": [" + zone + ("," + zone).repeat(16) + "]}"))
        .hasMessage("ignore has 17 zones, at most 16 are taken; draw one around several.");
    assertThatThrownBy(() -> ofCamera("{\"ignore\": [" + zone.replace("]]", "],[0,1]]") + "]}"))
        .hasMessage("ignore: zone 1 has 33 corners; give it 3 to 32.");
  }

  private static Policy ofCamera(String json) throws UnusableRecordException {
    return PolicyRecords.policy(PolicyKey.camera("lobby"), json.getBytes(StandardCharsets.UTF_8));
  }

  private static String camerasUpTo(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"gate-" + i + "\"")
        .collect(Collectors.joining(",", "{\"cameras\": [", "]}"));
  }

  @Test
  void shouldRefuseWhatIsLargerThanAPolicyEverIs() {
    assertThatThrownBy(() -> read(" ".repeat(PolicyRecords.MAX_VALUE_BYTES) + "{}"))
        .hasMessage("The policy has 65538 bytes, at most 65536 are taken.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "watchlist/a/b", "camera/lobby.2", "person/ada"})
  void shouldReadKeys(String key) throws UnusableRecordException {
    assertThat(PolicyRecords.key(key.getBytes(StandardCharsets.UTF_8))).hasToString(key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "defaults ~ The key 'defaults' is none of a policy; it is default, watchlist/NAME,",
        "'' ~ The key '' is none of a policy; it is default, watchlist/NAME,",
        "camera/ ~ The key 'camera/' names nobody; put a name behind the slash.",
        "'person/a\nb' ~ The key is out of bounds: the person id"
      })
  void shouldRefuseAKey(String key, String reason) {
    assertThatThrownBy(() -> PolicyRecords.key(key.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnusableRecordException.class)
        .hasMessageStartingWith(reason);
  }

  @Test
  void shouldRefuseARecordWithoutAKey() {
    assertThatThrownBy(() -> PolicyRecords.key(null)).hasMessageContaining("has no key");
    assertThatThrownBy(() -> PolicyRecords.key(new byte[] {(byte) 0xff}))
        .hasMessageContaining("has no key in UTF-8");
  }

  @Test
  void shouldBeRefusedByTheSchemaWhereItIsRefusedHere() {
    for (String json :
        List.of(
            "{\"treshold\": 0.4}",
            "{\"threshold\": 1.5}",
            "{\"threshold\": 0.4, \"falseAlerts\": 0.1}",
            "{\"falseAlerts\": 1}",
            "{\"falseAlerts\": \"few\"}",
            "{\"confirm\": {\"views\": 2}}",
            "{\"confirm\": {\"views\": 1, \"of\": 21}}",
            "{\"cameras\": []}",
            "{\"cameras\": [\"*\"]}",
            "{\"cameras\": [\"gate\", \"gate\"]}",
            "{\"cameras\": \"gate\"}",
            "{\"ignore\": []}",
            "{\"ignore\": [[[0, 0], [1, 1]]]}",
            "{\"ignore\": [[[0, 0], [1, 0], [1, 1.5]]]}",
            "{\"ignore\": [[[0, 0], [1, 0], [1]]]}",
            "{\"record\": \"some\"}")) {
      assertThat(SchemaCheck.errors(Schemas.POLICY, json)).as(json).isNotEmpty();
    }
    assertThat(SchemaCheck.errors(Schemas.POLICY, EVERYTHING)).isEmpty();
  }

  private static Policy read(String json) throws UnusableRecordException {
    return PolicyRecords.policy(VIP, json.getBytes(StandardCharsets.UTF_8));
  }
}
