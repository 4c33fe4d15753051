package io.facestream.gallery;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.facestream.wire.FacestreamException;

@AnalyzeClasses(packages = "io.facestream.gallery", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule packagesShouldNotDependOnEachOtherInCircles =
      slices().matching("io.facestream.(gallery..)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyTheTopicPackageAndTheCommandsShouldKnowKafka =
      noClasses()
          .that()
          .resideOutsideOfPackages("..gallery.cli")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..");

  @ArchTest
  static final ArchRule matricesShouldBeNothingButMatrices =
      classes()
          .that()
          .resideInAPackage("..gallery.npy")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("java..", "..gallery.npy")
                  .or(equivalentTo(FacestreamException.class)));

  @ArchTest
  static final ArchRule theCheckShouldBePure =
      classes()
          .that()
          .resideInAPackage("..gallery.check")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "..gallery.check",
              "io.facestream.matcher",
              "io.facestream.vision.packs",
              "io.facestream.wire");

  @ArchTest
  static final ArchRule onlyTheCheckShouldScan =
      noClasses()
          .that()
          .resideOutsideOfPackage("..gallery.check")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.facestream.matcher..");

  @ArchTest
  static final ArchRule onlyCommandsShouldKnowTheTerminal =
      noClasses()
          .that()
          .resideOutsideOfPackage("..gallery.cli")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "me.tongfei..");

  @ArchTest
  static final ArchRule theLoaderShouldKnowNeitherJobNorCameras =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.flink..", "io.facestream.job..", "io.facestream.ingest..", "kafka..");
}
