package io.facestream.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.evaluate.report.HtmlReport;
import io.facestream.evaluate.report.Plots;
import io.facestream.evaluate.report.TextReport;
import io.facestream.evaluate.result.Evaluation;
import io.facestream.evaluate.result.Groups.GroupRates;
import io.facestream.evaluate.result.Identification.AtFpir;
import io.facestream.evaluate.result.PhotoCounts.Unusable;
import io.facestream.evaluate.result.Verification.AtFalseMatchRate;
import io.facestream.photos.BadPhotoFolderException;
import io.facestream.photos.Picks;
import io.facestream.photos.tables.BadTableException;
import io.facestream.wire.FalseMatchCurve;
import io.facestream.wire.Json;
import io.facestream.wire.Models;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluatorTest {
  private static final Models MODELS = new Models("drawn", null, "drawn-32");

  @TempDir private Path temp;
  private Path people;
  private Path strangers;
  private Path pairs;
  private Path groups;
  private int gallerySize;
  private double falseAlerts = 0.3;

  @BeforeEach
  void drawPeople() throws IOException {
    people = temp.resolve("people");
    DrawnPeople.write(people, "p", 40, 4, 0.7);
  }

  private Evaluation evaluate() {
    return Evaluator.run(
        new EvaluationOptions(
            people,
            strangers,
            pairs,
            groups,
            "drawn",
            null,
            2,
            Picks.none(),
            gallerySize,
            1,
            20,
            1,
            falseAlerts,
            null),
        MODELS,
        DrawnPeople::new,
        EvaluationProgress.SILENT);
  }

  private void drawStrangers() throws IOException {
    strangers = temp.resolve("strangers");
    DrawnPeople.write(strangers, "s", 30, 1, 0.7);
  }

  @Test
  void shouldCompareAllPhotosWithAllOthers() {
    Evaluation found = evaluate();
    assertThat(found.verification().genuine()).isEqualTo(40 * 6);
    assertThat(found.verification().impostor()).isEqualTo(160 * 159 / 2 - 240);
    assertThat(found.verification().equalError().meanError()).isLessThan(0.1);
    assertThat(found.source()).isEqualTo("160 photos of 40 people: people");
    AtFalseMatchRate hundredth = found.verification().rates().get(0);
    assertThat(hundredth.falseMatchRate().value()).isBetween(0.009, 0.01);
    assertThat(hundredth.falseMatchRate().low()).isLessThan(hundredth.falseMatchRate().value());
    assertThat(hundredth.trueMatchRate().value()).isGreaterThan(0.7);
  }

  @Test
  void shouldTellNoRateThatSoFewComparisonsCannotShow() {
    List<AtFalseMatchRate> rates = evaluate().verification().rates();
    assertThat(rates).extracting(AtFalseMatchRate::wanted).containsExactly(1e-2, 1e-3, 1e-4, 1e-5);
    // 12,480 comparisons: one in ten thousand is one of them, one in a hundred thousand none.
    assertThat(rates.get(2).cosine()).isNotNull();
    assertThat(rates.get(3)).isEqualTo(new AtFalseMatchRate(1e-5, null, null, null));
  }

  @Test
  void shouldTakeHalfOfThePeopleForStrangersWhereThereAreNone() {
    Evaluation found = evaluate();
    assertThat(found.identification().plan().people()).isEqualTo(20);
    assertThat(found.identification().mated()).isEqualTo(20 * 20 * 3);
    assertThat(found.identification().nonMated()).isEqualTo(20 * 20 * 4);
  }

  @Test
  void shouldNeverEnrolStrangers() throws IOException {
    drawStrangers();
    Evaluation found = evaluate();
    assertThat(found.photos().strangers()).isEqualTo(30);
    assertThat(found.identification().plan().people()).isEqualTo(40);
    assertThat(found.identification().nonMated()).isEqualTo(20 * 30);
    assertThat(found.identification().nonMatedPeople()).isEqualTo(30);
    AtFpir tenth = found.identification().rates().get(0);
    assertThat(tenth.fpir().value()).isLessThanOrEqualTo(0.1);
    assertThat(tenth.fnir().value()).isBetween(0.0, 0.9);
  }

  @Test
  void shouldTellTheThresholdOfAShareByTheCurve() throws IOException {
    drawStrangers();
    Evaluation found = evaluate();
    assertThat(found.falseAlerts().templates()).isEqualTo(40);
    assertThat(found.falseAlerts().measured()).isTrue();
    assertThat(found.falseAlerts().shareAtCosine())
        .isCloseTo(0.3, org.assertj.core.api.Assertions.within(1e-9));
    assertThat(found.falseAlerts().fpir().value()).isBetween(0.1, 0.6);
  }

  @Test
  void shouldSayThatAThresholdLiesBeyondTheMeasuredCurve() {
    falseAlerts = 1e-6;
    Evaluation found = evaluate();
    FalseMatchCurve curve = found.curve();
    assertThat(found.falseAlerts().measured()).isFalse();
    assertThat(found.falseAlerts().cosine())
        .isEqualTo(curve.points().get(curve.points().size() - 1).cosine());
    assertThat(found.falseAlerts().shareAtCosine()).isGreaterThan(1e-3);
    assertThat(text(found)).contains("Beyond the measured curve, whose edge is cosine");
  }

  @Test
  void shouldWriteACurveThatIsReadAgain() throws IOException {
    FalseMatchCurve curve = evaluate().curve();
    assertThat(curve.comparisons()).isEqualTo(12_480);
    assertThat(curve.people()).isEqualTo(40);
    assertThat(curve.models()).isEqualTo(MODELS);
    assertThat(Json.fromBytes(Json.toBytes(curve), FalseMatchCurve.class)).isEqualTo(curve);
  }

  @Test
  void shouldNamePhotosOfNoUseAndGoOn() throws IOException {
    Files.writeString(people.resolve("p0/1.jpg"), "nobody");
    Files.writeString(people.resolve("p1/notes.txt"), "no photo");
    Evaluation found = evaluate();
    assertThat(found.photos().unusable())
        .containsExactly(new Unusable("p0/1.jpg", "no face found"));
    assertThat(found.photos().failureToEnrol().value()).isEqualTo(1 / 160.0);
    assertThat(found.photos().ignored()).containsExactly("p1/notes.txt (not a picture)");
    assertThat(text(found)).contains("p0/1.jpg", "no face found");
  }

  @Test
  void shouldShowOnePersonUnderTwoNames() throws IOException {
    Files.writeString(people.resolve("p7/1.jpg"), "p3 0.1 1");
    Files.writeString(people.resolve("p3/1.jpg"), "p3 0.1 2");
    assertThat(evaluate().lookAlikes().get(0))
        .satisfies(
            pair ->
                assertThat(List.of(pair.one(), pair.other()))
                    .containsExactlyInAnyOrder("p7/1.jpg", "p3/1.jpg"));
  }

  @Test
  void shouldTellRatesByGroup() throws IOException {
    drawStrangers();
    groups = temp.resolve("groups.csv");
    StringBuilder table = new StringBuilder("person,group\n");
    for (int person = 0; person < 40; person++) {
      table.append('p').append(person).append(person < 10 ? ",few\n" : ",many\n");
    }
    Files.writeString(groups, table + "s0,few\nsomebody else,few\n");
    Evaluation found = evaluate();
    assertThat(found.groups().rates()).extracting(GroupRates::group).containsExactly("few", "many");
    GroupRates few = found.groups().rates().get(0);
    assertThat(few.people()).isEqualTo(11);
    // Of two people of the group: 41 photos, without pairs of one person.
    assertThat(few.falseMatchRate().trials()).isEqualTo(41 * 40 / 2 - 10 * 6);
    assertThat(few.falseNonMatchRate().trials()).isEqualTo(60);
    assertThat(few.fpir().trials()).isEqualTo(20);
    assertThat(text(found)).contains("Groups, at the same thresholds for all");
  }

  @Test
  void shouldCompareThePairsOfATableAlone() throws IOException {
    pairs = temp.resolve("pairs.csv");
    List<String> rows = new ArrayList<>(List.of("a,b,same"));
    for (int person = 0; person < 10; person++) {
      rows.add("p" + person + "/1.jpg,p" + person + "/2.jpg,1");
      rows.add("p" + person + "/1.jpg,p" + (person + 1) + "/3.jpg,0");
    }
    Files.writeString(people.resolve("p0/2.jpg"), "nobody");
    Files.write(pairs, rows);
    Evaluation found = evaluate();
    assertThat(found.verification().genuine()).isEqualTo(9);
    assertThat(found.verification().impostor()).isEqualTo(10);
    assertThat(found.verification().notCompared()).isEqualTo(1);
    assertThat(found.identification()).isNull();
    assertThat(found.curve()).isNull();
    assertThat(found.photos().photos()).isEqualTo(30);
  }

  @Test
  void shouldNameTheLineOfABrokenTable() throws IOException {
    pairs = Files.writeString(temp.resolve("pairs.csv"), "a,b,same\np0/1.jpg,p1/9.jpg,0\n");
    assertThatThrownBy(this::evaluate)
        .isInstanceOf(BadTableException.class)
        .hasMessageContaining("pairs.csv line 2: there is no photo 'p1/9.jpg' in the folder");
    Files.writeString(pairs, "a,b,same\np0/1.jpg,p1/1.jpg,0\np0/1.jpg,p1/2.jpg,maybe\n");
    assertThatThrownBy(this::evaluate).hasMessageContaining("line 3: 'maybe' in column 'same'");
    Files.writeString(pairs, "a,same\np0/1.jpg,0\n");
    assertThatThrownBy(this::evaluate).hasMessageContaining("two columns of photos");
    Files.writeString(pairs, "a,b,same\n");
    assertThatThrownBy(this::evaluate).hasMessageContaining("no pairs");
    pairs = null;
    groups = Files.writeString(temp.resolve("groups.csv"), "person,group\np0,x\np1,\n");
    assertThatThrownBy(this::evaluate)
        .hasMessageContaining("groups.csv line 3: the column 'group' is empty");
    Files.writeString(groups, "person,group\np0,x\np0,y\n");
    assertThatThrownBy(this::evaluate).hasMessageContaining("line 3: 'p0' is named twice");
    Files.writeString(groups, "person,group\nzoe,x\n");
    assertThatThrownBy(this::evaluate).hasMessageContaining("nobody of these photos");
  }

  @Test
  void shouldSayWhyNothingCanBeMeasured() throws IOException {
    gallerySize = 41;
    assertThatThrownBy(this::evaluate)
        .isInstanceOf(EvaluationException.class)
        .hasMessage("A gallery of 41 people cannot be drawn from 40; choose a smaller one");
    gallerySize = 0;
    people = temp.resolve("alone");
    DrawnPeople.write(people, "p", 1, 3, 0.7);
    assertThatThrownBy(this::evaluate)
        .hasMessageContaining("All usable photos are of one person (p0)");
    people = Files.createDirectory(temp.resolve("empty"));
    assertThatThrownBy(this::evaluate)
        .isInstanceOf(BadPhotoFolderException.class)
        .hasMessageContaining("it holds no photos");
    people = temp.resolve("missing");
    assertThatThrownBy(this::evaluate).hasMessageContaining("there is no such folder");
  }

  @Test
  void shouldSayWhyNoPhotoIsOfUse() throws IOException {
    people = temp.resolve("faceless");
    for (String name : List.of("a", "b")) {
      Files.createDirectories(people.resolve(name));
      Files.writeString(people.resolve(name + "/1.jpg"), "nobody");
    }
    assertThatThrownBy(this::evaluate)
        .hasMessage("None of the 2 photos can be used; the first, a/1.jpg: no face found");
  }

  @Test
  void shouldDrawAPageThatNeedsNoOtherFile() throws IOException {
    drawStrangers();
    Path odd = Files.createDirectories(people.resolve("<b>Bob"));
    Files.writeString(odd.resolve("1.jpg"), "nobody");
    Evaluation found = evaluate();
    String page = new String(HtmlReport.of(found), StandardCharsets.UTF_8);
    assertThat(page)
        .contains("&lt;b&gt;Bob/1.jpg", "width=device-width", "prefers-color-scheme: dark")
        .contains("data:image/png;base64,")
        .doesNotContain("<b>Bob", "http://", "https://", "<script", "<link");
    Plots.write(found, temp.resolve("plots"));
    for (String plot : List.of("errors", "roc", "open-set")) {
      assertThat(ImageIO.read(temp.resolve("plots").resolve(plot + ".png").toFile()).getWidth())
          .isEqualTo(1280);
    }
  }

  private static String text(Evaluation found) {
    StringWriter text = new StringWriter();
    TextReport.print(found, new PrintWriter(text));
    return text.toString();
  }
}
