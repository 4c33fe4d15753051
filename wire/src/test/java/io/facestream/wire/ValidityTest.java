package io.facestream.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.wire.proto.GalleryEntry;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ValidityTest {
  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00.001Z");

  @Test
  void shouldReadBackWhatItWrote() {
    for (Validity validity :
        new Validity[] {
          Validity.ALWAYS,
          new Validity(MAY, null),
          new Validity(null, JUNE),
          new Validity(MAY, JUNE),
          new Validity(Instant.EPOCH, MAY)
        }) {
      GalleryEntry.Builder entry = GalleryEntry.newBuilder();
      validity.into(entry);
      assertThat(Validity.of(entry.build())).isEqualTo(validity);
      assertThat(validity.complaint()).isNull();
    }
  }

  @Test
  void shouldComplainOfWhatIsNeverValid() {
    assertThat(new Validity(JUNE, MAY).complaint())
        .contains("valid until " + MAY)
        .contains(JUNE.toString());
    assertThat(new Validity(MAY, MAY).complaint()).contains("not after");
  }

  @Test
  void shouldReadAnyNumber() {
    GalleryEntry entry =
        GalleryEntry.newBuilder()
            .setValidFrom(Long.MIN_VALUE)
            .setValidUntil(Long.MAX_VALUE)
            .build();
    assertThat(Validity.of(entry).complaint()).isNull();
  }
}
