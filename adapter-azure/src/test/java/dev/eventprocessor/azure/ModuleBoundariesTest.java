package dev.eventprocessor.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.eventprocessor.testing.Boundaries;
import dev.eventprocessor.testing.GoldenFile;
import dev.eventprocessor.testing.Pom;
import dev.eventprocessor.testing.PublicApi;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The arrows of the architecture, and what a release promises. */
class ModuleBoundariesTest {

  private static final JavaClasses CLASSES = Boundaries.mainClasses();

  @Test
  void theAdapterUsesCoreAndOneProvidersApi() {
    Boundaries.adapter("dev.eventprocessor.azure", "com.microsoft.azure.functions..")
        .check(CLASSES);
  }

  @Test
  void noTwoFilesFormACircle() {
    Boundaries.noFileCircles().check(CLASSES);
  }

  @Test
  void nothingThatIsSlowToLoadStandsOnTheWayToTheFirstEvent() {
    Boundaries.quickStart(HostLog.class).check(CLASSES);
  }

  @Test
  void nothingLooksAtClasses() {
    Boundaries.noReflection().check(CLASSES);
  }

  @Test
  void textsAreJoinedWithoutInvokeDynamic() {
    assertEquals(List.of(), Boundaries.classesWithConstant("makeConcatWithConstants"));
  }

  @Test
  void thePomGivesUsersCoreAndTheProvidersApi() {
    assertEquals(
        List.of(
            "dev.eventprocessor:event-processor-core",
            "com.microsoft.azure.functions:azure-functions-java-library"),
        Pom.givenToUsers());
  }

  @Test
  void thePublicFaceIsTheApprovedOne() {
    GoldenFile.assertMatches(
        "public-api.txt",
        PublicApi.of(Path.of("target", "classes"), List.of("dev.eventprocessor.azure")));
  }
}
