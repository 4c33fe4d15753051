package io.facestream.gallery;

import com.google.protobuf.Timestamp;
import io.facestream.client.gallery.GalleryWriter;
import io.facestream.gallery.PhotoOutcome.Status;
import io.facestream.photos.Enroller;
import io.facestream.photos.Enrolment;
import io.facestream.photos.PhotoBytes;
import io.facestream.wire.proto.GalleryEntry;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Loads one photo at a time. Thread-safe; what differs by thread is the enroller it is given. */
final class PhotoLoad {
  private final KnownTemplates known;
  private final String modelId;
  private final GalleryWriter writer;

  PhotoLoad(KnownTemplates known, String modelId, GalleryWriter writer) {
    this.known = known;
    this.modelId = modelId;
    this.writer = writer;
  }

  /** Decides by checksum what is left to do, and does it. */
  PhotoOutcome load(PlannedPhoto photo, Supplier<Enroller> enroller) {
    if (photo.refusal() != null) {
      return refuse(photo, photo.refusal(), List.of());
    }
    GalleryEntry stored = known.get(photo.templateId());
    GalleryEntry made = known.madeOf(photo, modelId);
    if (made == null) {
      return enrol(photo, enroller.get());
    }
    if (made == stored && photo.person().describes(stored)) {
      return PhotoOutcome.of(photo, Status.UNCHANGED);
    }
    writer.put(
        photo.templateId(),
        photo
            .person()
            .toEntry()
            .setModelId(modelId)
            .addAllEmbedding(made.getEmbeddingList())
            .setEnrolledAt(made.getEnrolledAt())
            .setQuality(made.getQuality())
            .setSourceSha256(photo.sha256())
            .setSourceFace(made.getSourceFace())
            .build());
    return PhotoOutcome.of(photo, made == stored ? Status.UPDATED : Status.LOADED);
  }

  private PhotoOutcome enrol(PlannedPhoto photo, Enroller enroller) {
    Enrolment enrolment;
    try {
      byte[] bytes = PhotoBytes.read(photo.photo().file());
      enrolment = enroller.enrol(bytes, photo.pick());
    } catch (IOException e) {
      return refuse(photo, "unreadable: " + e.getMessage(), List.of());
    }
    if (enrolment instanceof Enrolment.Refused refused) {
      return refuse(photo, refused.reason(), refused.faces());
    }
    Enrolment.Accepted accepted = (Enrolment.Accepted) enrolment;
    writer.put(photo.templateId(), toEntry(photo, accepted));
    return PhotoOutcome.of(photo, Status.LOADED, accepted.remark());
  }

  private GalleryEntry toEntry(PlannedPhoto photo, Enrolment.Accepted accepted) {
    Instant now = Instant.now();
    GalleryEntry.Builder entry =
        photo
            .person()
            .toEntry()
            .setModelId(modelId)
            .setEnrolledAt(
                Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()))
            .setQuality((float) accepted.quality())
            .setSourceSha256(photo.sha256())
            .setSourceFace(accepted.sourceFace());
    for (float value : accepted.embedding()) {
      entry.addEmbedding(value);
    }
    return entry.build();
  }

  private PhotoOutcome refuse(
      PlannedPhoto photo, String reason, List<io.facestream.photos.PhotoFace> faces) {
    boolean enrolledBefore = photo.templateId() != null && known.get(photo.templateId()) != null;
    return PhotoOutcome.refused(
        photo,
        enrolledBefore
            ? reason + "; the template of its earlier version stays until it is erased"
            : reason,
        faces);
  }
}
