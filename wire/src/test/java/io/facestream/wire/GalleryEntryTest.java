package io.facestream.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import io.facestream.wire.proto.GalleryEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

class GalleryEntryTest {

  @Test
  void shouldReadBackWhatItWrote() throws InvalidProtocolBufferException {
    GalleryEntry entry =
        GalleryEntry.newBuilder()
            .setPersonId("p-17")
            .setName("Ada Lovelace")
            .addAllWatchlists(List.of("guests", "staff"))
            .setThreshold(0.5f)
            .putAttributes("floor", "3")
            .setModelId("mobilefacenet-128")
            .addAllEmbedding(List.of(0.6f, -0.8f))
            .setEnrolledAt(Timestamp.newBuilder().setSeconds(1_795_256_130L))
            .setQuality(0.71f)
            .setSourceSha256("ab")
            .setSourceFace("largest")
            .setValidFrom(1_795_256_131_000L)
            .setValidUntil(1_795_256_132_001L)
            .build();
    GalleryEntry read = GalleryEntry.parseFrom(entry.toByteArray());
    assertThat(read).isEqualTo(entry);
    assertThat(read.getEmbeddingList()).containsExactly(0.6f, -0.8f);
  }

  @Test
  void shouldTellAnUnsetThresholdFromZero() throws InvalidProtocolBufferException {
    GalleryEntry unset = GalleryEntry.newBuilder().setPersonId("p-17").build();
    GalleryEntry zero = unset.toBuilder().setThreshold(0).build();
    assertThat(GalleryEntry.parseFrom(unset.toByteArray()).hasThreshold()).isFalse();
    assertThat(GalleryEntry.parseFrom(zero.toByteArray()).hasThreshold()).isTrue();
  }

  /** The numbers are the contract: templates of years are stored under them. */
  @Test
  void shouldKeepItsFieldNumbers() {
    assertThat(
            GalleryEntry.getDescriptor().getFields().stream()
                .map(field -> field.getNumber() + " " + field.getName()))
        .containsExactly(
            "1 person_id",
            "2 name",
            "3 watchlists",
            "4 threshold",
            "5 attributes",
            "6 model_id",
            "7 embedding",
            "8 enrolled_at",
            "9 quality",
            "10 source_sha256",
            "11 source_face",
            "12 valid_from",
            "13 valid_until",
            "14 not_person_id");
  }

  @Test
  void shouldRefuseBytesThatAreNoEntry() {
    assertThatThrownBy(() -> GalleryEntry.parseFrom(new byte[] {(byte) 0xff, 1, 2}))
        .isInstanceOf(InvalidProtocolBufferException.class);
  }
}
