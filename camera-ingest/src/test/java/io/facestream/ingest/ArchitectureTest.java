package io.facestream.ingest;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.facestream.wire.Addresses;
import io.facestream.wire.FileNames;
import io.facestream.wire.PictureType;
import io.facestream.wire.Printable;

@AnalyzeClasses(
    packages = "io.facestream.ingest",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] SOURCES = {
    "io.facestream.ingest.http..",
    "io.facestream.ingest.orientation..",
    "io.facestream.ingest.picture..",
    "io.facestream.ingest.scene..",
    "io.facestream.ingest.source..",
    "io.facestream.ingest.video.."
  };

  @ArchTest
  static final ArchRule PACKAGES_FORM_NO_CIRCLE =
      slices().matching("io.facestream.(ingest..)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule SOURCES_KNOW_NOTHING_OF_KAFKA =
      noClasses()
          .that()
          .resideInAnyPackage(SOURCES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "picocli..");

  @ArchTest
  static final ArchRule SOURCES_KNOW_NOTHING_OF_TOPICS =
      noClasses()
          .that()
          .resideInAnyPackage(SOURCES)
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.facestream.wire..")
                  .and(
                      not(
                          belongToAnyOf(
                              Addresses.class,
                              PictureType.class,
                              Printable.class,
                              FileNames.class))));

  @ArchTest
  static final ArchRule ONLY_VIDEO_KNOWS_FFMPEG =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.facestream.ingest.video..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.bytedeco..");

  @ArchTest
  static final ArchRule NOTHING_NEEDS_THE_COMMAND_LINE =
      classes()
          .that()
          .resideInAPackage("io.facestream.ingest.cli..")
          .should()
          .onlyHaveDependentClassesThat()
          .resideInAPackage("io.facestream.ingest.cli..");

  @ArchTest
  static final ArchRule ONLY_WIRE_OF_OUR_MODULES =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.facestream.job..",
              "io.facestream.vision..",
              "io.facestream.matcher..",
              "io.facestream.gallery..",
              "io.facestream.quickstart..");
}
