package io.facestream.evaluate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.facestream.evaluate", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packagesShouldNotDependOnEachOtherInCircles =
      slices().matching("io.facestream.(evaluate..)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule statisticsShouldBeArithmeticAlone =
      classes()
          .that()
          .resideInAPackage("..evaluate.statistics")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "..evaluate.statistics", "io.facestream.wire");

  @ArchTest
  static final ArchRule comparingAndSearchingShouldKnowNeitherPhotosNorFiles =
      noClasses()
          .that()
          .resideInAnyPackage("..evaluate.comparison", "..evaluate.identification")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.nio.file..", "io.facestream.photos..", "io.facestream.vision..");

  @ArchTest
  static final ArchRule onlyCommandsShouldKnowTheTerminal =
      noClasses()
          .that()
          .resideOutsideOfPackage("..evaluate.cli")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "me.tongfei..", "io.facestream.options..");

  @ArchTest
  static final ArchRule onlyReportsShouldDraw =
      noClasses()
          .that()
          .resideOutsideOfPackage("..evaluate.report")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.knowm..", "java.awt..", "javax.imageio..");

  @ArchTest
  static final ArchRule anEvaluationShouldNeedNeitherBrokerNorJob =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..",
              "org.apache.flink..",
              "io.facestream.client..",
              "io.facestream.gallery..",
              "io.facestream.job..");
}
