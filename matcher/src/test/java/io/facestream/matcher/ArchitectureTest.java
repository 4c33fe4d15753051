package io.facestream.matcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.facestream.matcher", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packages_form_no_circle =
      slices().matching("io.facestream.(matcher..)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule matcher_knows_the_jdk_and_a_logger_only =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("io.facestream.matcher..", "java..", "org.slf4j");

  @ArchTest
  static final ArchRule dependencies_point_one_way =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("search")
          .definedBy("io.facestream.matcher")
          .layer("clib")
          .definedBy("io.facestream.matcher.clib")
          .layer("kernel")
          .definedBy("io.facestream.matcher.kernel")
          .layer("store")
          .definedBy("io.facestream.matcher.store")
          .whereLayer("search")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("clib")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("kernel")
          .mayOnlyBeAccessedByLayers("search", "clib");
}
