package dev.eventprocessor.aws;

import dev.eventprocessor.contract.AwsForm;
import dev.eventprocessor.contract.HttpApplication;
import dev.eventprocessor.contract.WebSocketContract;
import dev.eventprocessor.fakes.aws.FakeContext;
import dev.eventprocessor.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The contract of HTTP, in each of the forms that Lambda gets requests in. */
class HttpContractTest {

  private final HttpApplication application = new HttpApplication();
  private final LambdaEntrypoint function = new LambdaEntrypoint(application) {};

  @TestFactory
  Stream<DynamicContainer> requestsInEveryForm() {
    return AwsForm.contract(application, this::answer);
  }

  @TestFactory
  Stream<DynamicTest> webSockets() {
    return WebSocketContract.tests(this::answer);
  }

  private @Nullable Object answer(Object payload) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      function.handleRequest(
          new ByteArrayInputStream(Json.write(payload)), answer, new FakeContext());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Json.read(answer.toByteArray());
  }
}
