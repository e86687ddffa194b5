package dev.eventprocessor.azure.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.eventprocessor.testing.Boundaries;
import dev.eventprocessor.testing.Pom;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing but the JDK: a processor's libraries would meet those of other processors. */
class ModuleBoundariesTest {

  private static final JavaClasses CLASSES = Boundaries.mainClasses();

  @Test
  void theProcessorUsesTheJdkAlone() {
    Boundaries.onlyUse(
            "dev.eventprocessor.azure.processor..",
            "dev.eventprocessor.azure.processor",
            "java..",
            "javax.annotation.processing",
            "javax.lang.model..",
            "javax.tools",
            "org.jspecify.annotations")
        .check(CLASSES);
  }

  @Test
  void noTwoFilesFormACircle() {
    Boundaries.noFileCircles().check(CLASSES);
  }

  @Test
  void thePomGivesUsersNothing() {
    assertEquals(List.of(), Pom.givenToUsers());
  }
}
