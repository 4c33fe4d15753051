package io.facestream.job;

import io.facestream.job.analysers.FaceToAnalyse;
import io.facestream.job.back.BackUpdate;
import io.facestream.job.back.EarlierViews;
import io.facestream.job.back.GatheredTemplate;
import io.facestream.job.back.KeptFace;
import io.facestream.job.back.RecentEnrolment;
import io.facestream.job.followed.FollowedFrame;
import io.facestream.job.frames.FaceCrop;
import io.facestream.job.frames.FrameFaces;
import io.facestream.job.frames.Probe;
import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.frames.RawFrame;
import io.facestream.job.gallery.GalleryChange;
import io.facestream.job.gallery.GalleryRecord;
import io.facestream.job.gallery.GalleryRepair;
import io.facestream.job.gallery.Template;
import io.facestream.job.gallery.TemplateNews;
import io.facestream.job.negatives.ExampleChange;
import io.facestream.job.negatives.NegativeExample;
import io.facestream.job.policies.PolicyChange;
import io.facestream.job.policies.PolicyRecord;
import io.facestream.job.records.DeadLetter;
import io.facestream.job.search.HeldProbe;
import io.facestream.job.search.PartialAnswer;
import io.facestream.job.search.ProbeHits;
import io.facestream.job.search.TemplateHit;
import io.facestream.job.sightings.CameraVisits;
import io.facestream.job.sightings.Opening;
import io.facestream.job.tracks.TrackEvidence;
import io.facestream.job.unknown.CameraStrangers;
import io.facestream.job.unknown.Stranger;
import io.facestream.job.unmatched.UnmatchedFace;
import io.facestream.job.verdict.JudgeUpdate;
import io.facestream.job.verdict.MergedFrame;
import io.facestream.tracking.CameraTracks;
import io.facestream.wire.Alert;
import io.facestream.wire.Analysis;
import io.facestream.wire.Sighting;
import io.facestream.wire.TemplateCopies;
import io.facestream.wire.Verdict;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordTypesTest {
  @ParameterizedTest
  @ValueSource(
      classes = {
        RawFrame.class,
        FaceToAnalyse.class,
        Analysis.class,
        FaceCrop.class,
        FrameFaces.class,
        CameraTracks.class,
        Probe.class,
        ProbeFrame.class,
        GalleryRecord.class,
        GalleryChange.class,
        GalleryRepair.class,
        PolicyRecord.class,
        PolicyChange.class,
        TemplateCopies.class,
        Template.class,
        NegativeExample.class,
        ExampleChange.class,
        HeldProbe.class,
        TemplateHit.class,
        ProbeHits.class,
        PartialAnswer.class,
        MergedFrame.class,
        JudgeUpdate.class,
        TrackEvidence.class,
        UnmatchedFace.class,
        FollowedFrame.class,
        CameraStrangers.class,
        Stranger.class,
        TemplateNews.class,
        GatheredTemplate.class,
        BackUpdate.class,
        KeptFace.class,
        RecentEnrolment.class,
        EarlierViews.class,
        Verdict.class,
        Alert.class,
        CameraVisits.class,
        Opening.class,
        Sighting.class,
        DeadLetter.class
      })
  void shouldCrossTheJobWithoutKryo(Class<?> record) {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(record);
  }
}
