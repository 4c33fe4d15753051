package io.facestream.job.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.gallery.Template;
import io.facestream.job.search.HeldProbe;
import io.facestream.job.search.PartialAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.junit.jupiter.api.Test;

/**
 * Records in the states of earlier versions. The files hold a serializer's snapshot and a record
 * behind it, as Flink keeps them in a savepoint, written before frames were numbered and before
 * templates had all their watchlists.
 */
class EarlierRecordsTest {
  @Test
  void shouldReadAHeldFrameAsOneWithoutANumber() throws Exception {
    HeldProbe held = read("held-probe.bin", HeldProbe.class);
    assertThat(held.slice()).isEqualTo(1);
    requireWhole(held.frame());
  }

  @Test
  void shouldReadAnAnswerUnderWayAsOneToAFrameWithoutANumber() throws Exception {
    PartialAnswer answer = read("partial-answer.bin", PartialAnswer.class);
    assertThat(answer.offsets()).isEqualTo(Map.of(0, 9L));
    requireWhole(answer.frame());
  }

  @Test
  void shouldReadATemplateAsOneOnTheOnlyListThatWasKept() throws Exception {
    Template template = read("template.bin", Template.class);
    assertThat(template.personId()).isEqualTo("ada");
    assertThat(template.name()).isEqualTo("Ada Lovelace");
    assertThat(template.threshold()).isEqualTo(0.5f);
    assertThat(template.watchlists()).containsExactly("guests");
    assertThat(template.isValidAt(0)).as("it had no end").isTrue();
  }

  private static void requireWhole(ProbeFrame frame) {
    assertThat(frame.number()).isEqualTo(ProbeFrame.UNNUMBERED);
    assertThat(frame.frameId()).isEqualTo("lobby@0-7");
    assertThat(frame.cameraId()).isEqualTo("lobby");
    assertThat(frame.frame().offset()).isEqualTo(7);
    assertThat(frame.probes().get(0).embedding()).containsExactly(1, 0, 0, 0);
    assertThat(frame.detectMs()).isEqualTo(1.5);
    assertThat(frame.outOfScope()).as("all lists were looked for everywhere").isNull();
  }

  private static <T> T read(String file, Class<T> type) throws IOException {
    DataInputView view = new DataInputDeserializer(bytesOf(file));
    TypeSerializer<T> now = TypeInformation.of(type).createSerializer(new SerializerConfigImpl());
    TypeSerializerSnapshot<T> before =
        TypeSerializerSnapshot.readVersionedSnapshot(
            view, EarlierRecordsTest.class.getClassLoader());
    TypeSerializerSchemaCompatibility<T> compatibility =
        now.snapshotConfiguration().resolveSchemaCompatibility(before);
    assertThat(compatibility.isIncompatible()).isFalse();
    return before.restoreSerializer().deserialize(view);
  }

  private static byte[] bytesOf(String file) throws IOException {
    try (InputStream stream =
        EarlierRecordsTest.class.getResourceAsStream("/io/facestream/job/state/" + file)) {
      return stream.readAllBytes();
    }
  }
}
