package dev.eventprocessor.runtimes.aws;

import dev.eventprocessor.aws.LambdaEntrypoint;
import dev.eventprocessor.contract.AwsForm;
import dev.eventprocessor.contract.HttpApplication;
import dev.eventprocessor.contract.WebSocketContract;
import dev.eventprocessor.json.Json;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The contract of HTTP in Lambda's own runtime, one function for all forms of a request. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "Lambda's runtime exists for Linux only")
class LambdaHttpTest {

  @TempDir static Path deployment;

  private static @Nullable LambdaFunction function;

  @BeforeAll
  static void start() throws Exception {
    DeployedFunctions.explodedWithLibrary(deployment);
    function =
        LambdaFunction.of(deployment, LambdaEntrypoint.class.getName())
            .name("http")
            .environment(Map.of("EVENT_PROCESSOR_MODULE", HttpApplication.class.getName()))
            .start();
  }

  @AfterAll
  static void stop() {
    if (function != null) {
      function.close();
    }
  }

  @TestFactory
  Stream<DynamicContainer> requestsInEveryForm() {
    return AwsForm.answers(LambdaHttpTest::answer);
  }

  @TestFactory
  Stream<DynamicTest> webSockets() {
    return WebSocketContract.tests(LambdaHttpTest::answer);
  }

  private static @Nullable Object answer(Object payload) {
    try {
      LambdaAnswer answer = Objects.requireNonNull(function).invoke(Json.write(payload));
      return Json.read(answer.response().payload().bytes());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
