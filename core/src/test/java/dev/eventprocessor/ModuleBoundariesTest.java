package dev.eventprocessor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import dev.eventprocessor.internal.TypedValues;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.spi.Applications;
import dev.eventprocessor.testing.Boundaries;
import dev.eventprocessor.testing.GoldenFile;
import dev.eventprocessor.testing.Pom;
import dev.eventprocessor.testing.PublicApi;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The arrows of the architecture, and what a release promises. */
class ModuleBoundariesTest {

  private static final JavaClasses CLASSES = Boundaries.mainClasses();

  private static final String[] EXPORTED = {
    "dev.eventprocessor",
    "dev.eventprocessor.batch",
    "dev.eventprocessor.event",
    "dev.eventprocessor.http",
    "dev.eventprocessor.json",
    "dev.eventprocessor.spi"
  };

  @Test
  void nothingOpensAConnection() {
    Boundaries.noConnections().check(CLASSES);
  }

  @Test
  void coreUsesTheJdkAndJacksonAndNothingElse() {
    Boundaries.onlyUse(
            "dev.eventprocessor..",
            "dev.eventprocessor..",
            "java..",
            "org.jspecify.annotations",
            "com.fasterxml.jackson.core..",
            "com.fasterxml.jackson.databind..")
        .check(CLASSES);
  }

  @Test
  void onlyTypedValuesSeeJackson() {
    noClasses()
        .that()
        .haveNameNotMatching("dev\\.eventprocessor\\.internal\\.TypedValues(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml..")
        .check(CLASSES);
  }

  @Test
  void theInsideNeverUsesTheRegistry() {
    noClasses()
        .that()
        .resideInAPackage("dev.eventprocessor.internal")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "dev\\.eventprocessor\\.(EventProcessor|Registration|Route|RegistryCheck|Processor"
                + "|ProcessorModule|Dependency|Dependencies|Wiring|Scope|Step"
                + "|DependencyCheck|DependencyFactory)(\\$.*)?")
        .check(CLASSES);
  }

  @Test
  void theInsideUsesNoPackageThatIsBuiltOnTheRegistry() {
    noClasses()
        .that()
        .resideInAPackage("dev.eventprocessor.internal")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.eventprocessor.batch", "dev.eventprocessor.event", "dev.eventprocessor.spi")
        .check(CLASSES);
  }

  @Test
  void noTwoFilesFormACircle() {
    Boundaries.noFileCircles().check(CLASSES);
  }

  @Test
  void nothingThatIsSlowToLoadStandsOnTheWayToTheFirstEvent() {
    Boundaries.quickStart().check(CLASSES);
  }

  @Test
  void onlyTheSearchForTheApplicationAndTypedValuesLookAtClasses() {
    Boundaries.noReflection(Applications.class, TypedValues.class).check(CLASSES);
  }

  @Test
  void textsAreJoinedWithoutInvokeDynamic() {
    assertEquals(List.of(), Boundaries.classesWithConstant("makeConcatWithConstants"));
  }

  @Test
  void everyPackageSaysThatNothingIsNullUnlessItSaysSo() throws ClassNotFoundException {
    Set<String> packages =
        CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toUnmodifiableSet());
    assertTrue(packages.containsAll(List.of(EXPORTED)), packages::toString);
    for (String each : packages) {
      Class<?> info = Class.forName(each + ".package-info");
      assertTrue(info.isAnnotationPresent(NullMarked.class), each);
    }
  }

  @Test
  void thePublicFaceIsTheApprovedOne() {
    GoldenFile.assertMatches(
        "public-api.txt", PublicApi.of(Path.of("target/classes"), List.of(EXPORTED)));
  }

  @Test
  void theModuleExportsWhatIsForUsersAndAdapters() throws IOException {
    ModuleDescriptor module = descriptor();

    Set<String> exports =
        module.exports().stream()
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toUnmodifiableSet());
    assertEquals(Set.of(EXPORTED), exports);
  }

  @Test
  void theModuleNeedsTheJdkOnly() throws IOException {
    Set<String> needed =
        descriptor().requires().stream()
            .filter(
                required ->
                    !required.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
            .map(ModuleDescriptor.Requires::name)
            .collect(Collectors.toUnmodifiableSet());

    assertEquals(Set.of("java.base"), needed);
  }

  @Test
  void thePomGivesUsersNothingElse() {
    assertEquals(List.of(), Pom.givenToUsers());
  }

  @Test
  void theCodeComesFromTheFolderThatIsChecked() {
    assertTrue(CLASSES.contain(Json.class));
  }

  private static ModuleDescriptor descriptor() throws IOException {
    try (InputStream bytes =
        Files.newInputStream(Path.of("target", "classes", "module-info.class"))) {
      return ModuleDescriptor.read(bytes);
    }
  }
}
