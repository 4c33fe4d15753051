package io.facestream.photos;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.facestream.photos", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packagesShouldNotDependOnEachOtherInCircles =
      slices().matching("io.facestream.(photos..)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule photosShouldKnowNeitherGalleryNorKafkaNorATerminal =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.facestream.client..",
              "io.facestream.gallery..",
              "io.facestream.options..",
              "org.apache.kafka..",
              "org.apache.flink..",
              "picocli..",
              "me.tongfei..");
}
