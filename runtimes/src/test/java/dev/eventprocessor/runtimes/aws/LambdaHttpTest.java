package dev.eventprocessor.runtimes.aws;

import dev.eventprocessor.aws.LambdaEntrypoint;
import dev.eventprocessor.contract.AwsForms;
import dev.eventprocessor.contract.HttpApplication;
import dev.eventprocessor.contract.HttpCase.Need;
import dev.eventprocessor.contract.HttpContract;
import dev.eventprocessor.contract.HttpGot;
import dev.eventprocessor.contract.HttpSent;
import dev.eventprocessor.json.Json;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
  Stream<DynamicTest> restApis() {
    return tests(AwsForms::version1, Set.of());
  }

  @TestFactory
  Stream<DynamicTest> httpApis() {
    return tests(request -> AwsForms.version2(request, "$default"), Set.of());
  }

  @TestFactory
  Stream<DynamicTest> loadBalancersWithMultiValueHeaders() {
    return tests(AwsForms::balancerOfLists, Set.of());
  }

  private static Stream<DynamicTest> tests(
      Function<HttpSent, Map<String, @Nullable Object>> payload, Set<Need> lacks) {
    return HttpContract.answers(request -> send(payload.apply(request)), lacks);
  }

  private static HttpGot send(Map<String, @Nullable Object> payload) {
    LambdaFunction running = Objects.requireNonNull(function);
    try {
      LambdaAnswer answer = running.invoke(Json.write(payload));
      return AwsForms.response(Json.read(answer.response().payload().bytes()));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
