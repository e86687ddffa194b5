package dev.eventprocessor.fakes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.eventprocessor.testing.Boundaries;
import dev.eventprocessor.testing.Pom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever fakes a cloud needs its API and no other cloud's. */
class ModuleBoundariesTest {

  private static final JavaClasses CLASSES = Boundaries.mainClasses();

  @ParameterizedTest
  @CsvSource({
    "dev.eventprocessor.fakes.aws, com.amazonaws.services.lambda.runtime, none",
    "dev.eventprocessor.fakes.gcp, com.google.cloud.functions, io.cloudevents",
    "dev.eventprocessor.fakes.azure, com.microsoft.azure.functions, none",
  })
  void aCloudsFakesUseItsApiAlone(String own, String api, String more) {
    Boundaries.adapter(own, api + "..", more + "..").check(CLASSES);
  }

  @Test
  void noTwoFilesFormACircle() {
    Boundaries.noFileCircles().check(CLASSES);
  }

  @Test
  void thePomBringsCoreAlone() {
    assertEquals(List.of("dev.eventprocessor:event-processor-core"), Pom.givenToUsers());
  }
}
