package dev.eventprocessor.aws;

import dev.eventprocessor.contract.AwsForms;
import dev.eventprocessor.contract.HttpApplication;
import dev.eventprocessor.contract.HttpCase.Need;
import dev.eventprocessor.contract.HttpContract;
import dev.eventprocessor.contract.HttpGot;
import dev.eventprocessor.contract.HttpSent;
import dev.eventprocessor.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The contract of HTTP, in each of the forms that Lambda gets requests in. */
class HttpContractTest {

  @TestFactory
  Stream<DynamicTest> restApisOfApiGateway() {
    return tests(AwsForms::version1, Set.of());
  }

  @TestFactory
  Stream<DynamicTest> httpApisOfApiGateway() {
    return tests(request -> AwsForms.version2(request, "$default"), Set.of());
  }

  @TestFactory
  Stream<DynamicTest> httpApisWithAStage() {
    return tests(request -> AwsForms.version2(request, "prod"), Set.of());
  }

  @TestFactory
  Stream<DynamicTest> loadBalancers() {
    return tests(AwsForms::balancer, Set.of(Need.REPEATED_QUERY, Need.SEVERAL_COOKIES));
  }

  @TestFactory
  Stream<DynamicTest> loadBalancersWithMultiValueHeaders() {
    return tests(AwsForms::balancerOfLists, Set.of());
  }

  @TestFactory
  Stream<DynamicTest> vpcLatticeInVersion1() {
    return tests(AwsForms::lattice1, Set.of(Need.SEVERAL_COOKIES));
  }

  @TestFactory
  Stream<DynamicTest> vpcLatticeInVersion2() {
    return tests(AwsForms::lattice2, Set.of(Need.SEVERAL_COOKIES));
  }

  private static Stream<DynamicTest> tests(
      Function<HttpSent, Map<String, @Nullable Object>> payload, Set<Need> lacks) {
    HttpApplication application = new HttpApplication();
    LambdaEntrypoint function = new LambdaEntrypoint(application) {};
    return HttpContract.tests(
        application, request -> send(function, payload.apply(request)), lacks);
  }

  private static HttpGot send(LambdaEntrypoint function, Object payload) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      function.handleRequest(
          new ByteArrayInputStream(Json.write(payload)), answer, new FakeContext());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return AwsForms.response(Json.read(answer.toByteArray()));
  }
}
