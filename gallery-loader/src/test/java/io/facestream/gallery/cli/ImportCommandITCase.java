package io.facestream.gallery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facestream.client.gallery.GalleryTopic;
import io.facestream.client.testing.GalleryBroker;
import io.facestream.gallery.testing.NpyFiles;
import io.facestream.wire.proto.GalleryEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(GalleryBroker.class)
class ImportCommandITCase {
  @TempDir private Path folder;
  private Path matrix;
  private Path table;
  private GalleryTopic topic;

  @BeforeEach
  void useATopicOfItsOwn(GalleryTopic own) {
    topic = own;
    matrix = folder.resolve("m.npy");
    table = folder.resolve("t.csv");
  }

  @Test
  void shouldWriteATemplatePerRow() throws IOException {
    NpyFiles.write(matrix, new float[][] {{0.6f, 0.8f}, {0, 1}});
    Files.writeString(
        table,
        """
        person,photo,name,watchlists,threshold,quality,badge
        p-17,front,Ada Lovelace,vip;guests,0.4,0.9,42
        Charles_Babbage,,,,,,
        """);
    GalleryRun run = importRows();
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("2 rows (model model-a): 2 written, 0 of them normalised");
    var enrolled = GalleryBroker.enrolledIn(topic);
    assertThat(enrolled).containsOnlyKeys("p-17/front", "charles-babbage/2");
    GalleryEntry ada = enrolled.get("p-17/front");
    assertThat(ada.getName()).isEqualTo("Ada Lovelace");
    assertThat(ada.getWatchlistsList()).containsExactly("vip", "guests");
    assertThat(ada.getThreshold()).isEqualTo(0.4f);
    assertThat(ada.getQuality()).isEqualTo(0.9f);
    assertThat(ada.getAttributesMap()).containsOnlyKeys("badge").containsValue("42");
    assertThat(ada.getModelId()).isEqualTo("model-a");
    assertThat(ada.getEmbedding(0)).isCloseTo(0.6f, within(1e-6f));
    GalleryEntry charles = enrolled.get("charles-babbage/2");
    assertThat(charles.getName()).isEqualTo("Charles Babbage");
    assertThat(charles.hasThreshold()).isFalse();
  }

  @Test
  void shouldNormaliseAndRefuseRowsByNumber() throws IOException {
    NpyFiles.write(
        matrix,
        new float[][] {{3, 4}, {Float.NaN, 1}, {0, 0}, {1, Float.POSITIVE_INFINITY}, {1, 0}});
    Files.writeString(table, "person\na\nb\nc\nd\ne\n");
    GalleryRun run = importRows("--report", folder.resolve("report.json"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("5 rows (model model-a): 2 written, 1 of them normalised, 3 refused")
        .contains("row 2 (b/2): it holds NaN or an infinite number")
        .contains("row 3 (c/3): it is all zeros")
        .contains("row 4 (d/4)");
    assertThat(folder.resolve("report.json")).content().contains("\"row\" : 3");
    assertThat(GalleryBroker.enrolledIn(topic).get("a/1").getEmbeddingList())
        .containsExactly(0.6f, 0.8f);
    assertThat(importRows("--only-unit").out()).contains("row 1 (a/1): its length is not 1");
  }

  @Test
  void shouldMakeAliasesOnePerson() throws IOException {
    NpyFiles.write(matrix, new float[][] {{1, 0}, {0, 1}});
    Files.writeString(table, "person,photo\nAda,1\nCountess,1\n");
    Path people = Files.writeString(folder.resolve("p.csv"), "person,aliases\nAda,Countess\n");
    assertThat(importRows("--people", people).exitCode()).isZero();
    assertThat(GalleryBroker.enrolledIn(topic)).containsOnlyKeys("ada/1", "ada/Countess/1");
    assertThat(GalleryRun.on(topic, "list").out()).contains("1 people, 2 photos");
  }

  @Test
  void shouldWriteNothingWhenTheFilesDoNotFit() throws IOException {
    NpyFiles.write(matrix, new float[][] {{1, 0}, {0, 1}});
    Files.writeString(table, "person\nada\n");
    assertFails("it has 1 rows, the matrix has 2");
    Files.writeString(table, "person,photo\nada,1\nADA,1\n");
    assertFails("the template ada/1 is there already");
    Files.writeString(table, "person,threshold\nada,0.5\nbob,1.5\n");
    assertFails("line 3: the threshold 1.5 is no cosine");
    Files.writeString(table, "person,photo\nada,1\n,2\n");
    assertFails("line 3: the column 'person' is empty");
    Files.writeString(table, "person,team\nada,a\nbob," + "x".repeat(1025) + "\n");
    assertFails("line 3: the attribute's value 'xxx");
    Files.writeString(table, "person,photo\nada,\"1\u001b[2J\"\nbob,2\n");
    assertFails("line 2: the photo '1\\x1b[2J' holds a control character");
    Files.delete(table);
    assertFails("there is no such file");
    Files.writeString(matrix, "no matrix");
    assertFails("it is no .npy file");
    assertThat(GalleryRun.on(topic, "list").err()).contains("There is no topic", "--gallery-topic");
  }

  @Test
  void shouldRefuseAnotherDimensionThanThatOfThePack() throws IOException {
    NpyFiles.write(matrix, new float[][] {{1, 0}});
    Files.writeString(table, "person\nada\n");
    GalleryRun run = GalleryRun.on(topic, "import", matrix, table, "--pack", "standard");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("has rows of 2 numbers").contains("--model-id").hasLineCount(1);
  }

  @Test
  void shouldAskForTheModel() {
    GalleryRun run = GalleryRun.on(topic, "import", matrix, table);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--pack", "--model-id");
  }

  private void assertFails(String why) {
    GalleryRun run = importRows();
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines().filter(line -> !line.startsWith("No pack has")))
        .singleElement()
        .asString()
        .startsWith("gallery import: ")
        .contains(why);
  }

  private GalleryRun importRows(Object... more) {
    Object[] arguments = new Object[5 + more.length];
    arguments[0] = "import";
    arguments[1] = matrix;
    arguments[2] = table;
    arguments[3] = "--model-id";
    arguments[4] = "model-a";
    System.arraycopy(more, 0, arguments, 5, more.length);
    return GalleryRun.on(topic, arguments);
  }
}
