package io.facestream.wire;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.facestream.wire", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packages_form_no_circle =
      slices().matching("io.facestream.(wire..)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule wire_knows_protobuf_and_jackson_only =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.facestream.wire..", "java..", "com.google.protobuf..", "com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule only_the_generated_code_knows_protobuf =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.facestream.wire.proto")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.google.protobuf..");
}
