package dev.eventprocessor.benchmarks.contenders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Does nothing: what the JVM and the runtime cost. */
public final class EmptyHandler implements RequestStreamHandler {

  private static final byte[] ANSWER =
      "{\"batchItemFailures\":[]}".getBytes(StandardCharsets.UTF_8);

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    output.write(ANSWER);
  }
}
