package io.facestream.job;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.facestream.job", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packagesFormNoCircle =
      slices().matching("io.facestream.(job..)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyTheKafkaPackageKnowsKafka =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.facestream.job.kafka..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "org.apache.flink.connector.kafka..");

  @ArchTest
  static final ArchRule onlyThoseWhoSearchKnowTheMatcher =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.facestream.job.search..", "io.facestream.job.back..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.facestream.matcher..");

  @ArchTest
  static final ArchRule stepsFollowTheFrame =
      noClasses()
          .that()
          .resideInAnyPackage("io.facestream.job.frames..", "io.facestream.job.gallery..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.facestream.job.search..", "io.facestream.job.verdict..");

  @ArchTest
  static final ArchRule searchDoesNotKnowTheVerdict =
      noClasses()
          .that()
          .resideInAPackage("io.facestream.job.search..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.facestream.job.verdict..");
}
