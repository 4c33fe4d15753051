package io.facestream.matcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.facestream.matcher", importOptions = DoNotIncludeTests.class)
class LayeringTest {
  @ArchTest
  static final ArchRule matcher_knows_the_jdk_and_a_logger_only =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.facestream.matcher..", "java..", "jdk.incubator.vector", "org.slf4j");

  @ArchTest
  static final ArchRule only_the_vector_package_needs_the_incubator_module =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.facestream.matcher.vector")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jdk.incubator..", "io.facestream.matcher.vector");

  @ArchTest
  static final ArchRule kernels_know_no_slice =
      noClasses()
          .that()
          .resideInAnyPackage("io.facestream.matcher.kernel", "io.facestream.matcher.vector")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.facestream.matcher");
}
