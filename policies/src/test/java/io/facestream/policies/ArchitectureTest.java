package io.facestream.policies;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.facestream.policies", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packagesFormNoCircle =
      slices().matching("io.facestream.(policies..)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyCommandsShouldKnowTheTerminal =
      noClasses()
          .that()
          .resideOutsideOfPackage("..policies.cli")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "io.facestream.options..");

  /** It decides by the rule that the job decides by, and by nothing else of it. */
  @ArchTest
  static final ArchRule shouldNeedNeitherJobNorGallery =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.flink..", "io.facestream.job..", "io.facestream.gallery..");
}
