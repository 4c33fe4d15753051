package io.facestream.onejvm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.facestream.onejvm", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packages_do_not_depend_on_each_other_in_circles =
      slices().matching("io.facestream.(onejvm..)").should().beFreeOfCycles();

  /** Frames come from whoever uses it, and so does what a person is shown. */
  @ArchTest
  static final ArchRule a_run_knows_neither_cameras_nor_models_nor_who_runs_it =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.facestream.ingest..",
              "io.facestream.vision..",
              "io.facestream.matcher..",
              "io.facestream.models..",
              "io.facestream.quickstart..",
              "io.facestream.bench..",
              "org.bytedeco..",
              "picocli..");
}
