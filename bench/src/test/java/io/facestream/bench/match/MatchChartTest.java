package io.facestream.bench.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class MatchChartTest {
  @TempDir Path folder;

  @Test
  void shouldDrawALineForEachEngineThatWasThere() throws Exception {
    List<MatchRow> rows = new ArrayList<>();
    for (int probes : new int[] {1, 8, 64}) {
      rows.add(row(probes, 10.0, new PeerSearches("openblas", 100.0, 10.0, 1.0, null)));
      rows.add(row(probes, 10.0, new PeerSearches("faiss & <co>", 30.0, 3.0, 0.97, null)));
      rows.add(row(probes, 10.0, PeerSearches.absent("faiss-flat", "not installed")));
    }
    Document svg = written(rows);
    assertThat(texts(svg))
        .contains("facestream (avx2)", "openblas", "faiss & <co>, recall@1 0.970")
        .contains("1", "8", "64", "10", "20", "50", "100")
        .noneMatch(text -> text.contains("faiss-flat"));
    NodeList lines = svg.getElementsByTagName("polyline");
    assertThat(lines.getLength()).isEqualTo(3);
    // The slowest is the topmost, and its points lie where the ends of the axes do.
    String slowest = lines.item(0).getAttributes().getNamedItem("points").getNodeValue();
    assertThat(slowest).startsWith("64.0,").contains(" 600.0,");
  }

  @Test
  void shouldDrawOneSizeOfBatchToo() throws Exception {
    Document svg = written(List.of(row(8, 0.02, PeerSearches.NONE)));
    assertThat(svg.getElementsByTagName("circle").getLength()).isOne();
    assertThat(Files.readString(folder.resolve("chart.svg"))).doesNotContain("NaN", "Infinity");
  }

  private Document written(List<MatchRow> rows) throws Exception {
    Path file = folder.resolve("chart.svg");
    MatchChart.write(file, rows);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(Files.readAllBytes(file)));
  }

  private static List<String> texts(Document svg) {
    NodeList texts = svg.getElementsByTagName("text");
    return IntStream.range(0, texts.getLength())
        .mapToObj(i -> texts.item(i).getTextContent())
        .toList();
  }

  private static MatchRow row(int probes, double ms, PeerSearches peer) {
    return new MatchRow(
        "avx2",
        "drawn",
        1000,
        512,
        probes,
        1,
        10,
        -1,
        ms,
        probes / ms * 1000,
        1,
        0.5,
        0.01,
        0.001,
        10,
        1e6,
        1,
        peer.name(),
        peer.absent(),
        peer.medianMs(),
        peer.ratio(),
        peer.recallAt1(),
        true,
        probes);
  }
}
