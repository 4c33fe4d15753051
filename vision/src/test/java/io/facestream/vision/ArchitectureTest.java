package io.facestream.vision;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.facestream.wire.FacestreamException;
import io.facestream.wire.FalseMatchCurve;
import io.facestream.wire.PictureType;
import io.facestream.wire.Remedy;

@AnalyzeClasses(packages = "io.facestream.vision", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule PACKAGES_FORM_NO_CIRCLE =
      slices().matching("io.facestream.(vision..)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule KNOWS_NEITHER_KAFKA_NOR_FLINK_NOR_OTHER_MODULES =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.flink..",
              "org.apache.kafka..",
              "io.facestream.matcher..",
              "io.facestream.job..");

  /** And the parent of all our exceptions, which lies where the lowest module is. */
  @ArchTest
  static final ArchRule KNOWS_NOTHING_OF_THE_TOPICS_BUT_THEIR_PICTURES_AND_CURVES =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.facestream.wire..")
                  .and(not(equivalentTo(PictureType.class)))
                  .and(not(equivalentTo(FalseMatchCurve.class)))
                  .and(not(equivalentTo(FacestreamException.class)))
                  .and(not(equivalentTo(Remedy.class))));

  @ArchTest
  static final ArchRule ONLY_ONNX_CODE_TOUCHES_DJL =
      noClasses()
          .that()
          .resideOutsideOfPackage("..vision.onnx..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.djl..");

  @ArchTest
  static final ArchRule NOBODY_TOUCHES_ONNX_RUNTIME_BEHIND_DJL =
      noClasses().should().dependOnClassesThat().resideInAPackage("ai.onnxruntime..");

  @ArchTest
  static final ArchRule HEADERS_AND_MANIFESTS_ARE_READ_IN_PLAIN_JAVA =
      noClasses()
          .that()
          .resideInAnyPackage("..vision.picture.file..", "..vision.store..", "..vision.packs..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.bytedeco..", "ai.djl..");

  @ArchTest
  static final ArchRule KNOWS_NO_TERMINAL =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "me.tongfei..", "org.jline..");
}
