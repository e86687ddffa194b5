package dev.eventprocessor.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.eventprocessor.testing.Boundaries;
import org.junit.jupiter.api.Test;

/** The program stands outside of the library, as its users do. */
class ModuleBoundariesTest {

  private static final JavaClasses CLASSES = Boundaries.mainClasses();

  @Test
  void noTwoFilesFormACircle() {
    Boundaries.noFileCircles().check(CLASSES);
  }

  @Test
  void nothingInternalIsUsed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.eventprocessor.internal..")
        .check(CLASSES);
  }
}
