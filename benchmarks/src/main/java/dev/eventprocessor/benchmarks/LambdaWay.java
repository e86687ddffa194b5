package dev.eventprocessor.benchmarks;

import com.amazonaws.services.lambda.runtime.Context;
import dev.eventprocessor.aws.LambdaEntrypoint;
import dev.eventprocessor.fakes.aws.FakeContext;
import dev.eventprocessor.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Through the adapter for AWS, from bytes to the bytes of the answer. */
final class LambdaWay implements Way {

  private final LambdaEntrypoint entrypoint = new Application();
  private final Context context =
      new FakeContext("orders").trace("Root=1-692aa1a0-0123456789abcdef01234567;Sampled=0");
  private final byte[] payload;

  LambdaWay(Map<String, ?> payload) {
    this.payload = Json.write(payload);
  }

  @Override
  public List<byte[]> texts() {
    return List.of(payload);
  }

  @Override
  public Object take() throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    entrypoint.handleRequest(new ByteArrayInputStream(payload), answer, context);
    return answer;
  }

  private static final class Application extends LambdaEntrypoint {
    Application() {
      super(new Orders());
    }
  }
}
