package dev.eventprocessor.runtimes.aws;

import static dev.eventprocessor.runtimes.aws.DeployedFunctions.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.eventprocessor.runtimes.Payload;
import java.util.List;
import org.junit.jupiter.api.Test;

class LambdaErrorTest {

  @Test
  void theFieldsAreReadWhateverStandsBesideThem() {
    byte[] body =
        bytes(
            """
            {"other":{"errorType":"inner"},"errorMessage":"m \\u00e9","list":[[1]],
             "errorType":"t","stackTrace":["a","b"],"cause":null}""");

    LambdaError error = LambdaError.read("c", body);

    assertEquals(new LambdaError("c", "t", "m \u00e9", List.of("a", "b"), Payload.of(body)), error);
  }

  @Test
  void aBodyThatIsNoDocumentIsTheMessage() {
    LambdaError error = LambdaError.read("c", bytes("{\"errorType\":\"t\", oops"));

    assertEquals("", error.type());
    assertEquals("{\"errorType\":\"t\", oops", error.message());
  }

  @Test
  void anEmptyBodyIsAnEmptyError() {
    assertEquals("", LambdaError.read("c", bytes("")).message());
  }
}
