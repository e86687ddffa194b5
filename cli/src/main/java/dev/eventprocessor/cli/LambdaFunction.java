package dev.eventprocessor.cli;

import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.aws.LambdaEntrypoint;
import dev.eventprocessor.fakes.aws.FakeContext;
import dev.eventprocessor.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A function on AWS Lambda. */
final class LambdaFunction implements Cloud {

  private final Entrypoint entrypoint;

  LambdaFunction(ProcessorModule module) {
    this.entrypoint = new Entrypoint(module);
  }

  @Override
  public Answer deliver(Payload payload) {
    FakeContext call = new FakeContext("event-processor");
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try {
      entrypoint.handleRequest(new ByteArrayInputStream(payload.bytes()), output, call);
    } catch (Throwable failure) { // Whatever it is, Lambda reports it.
      return Answer.failed("Lambda is told that the call failed", failure, call.log());
    }
    @Nullable Object value = Json.read(output.toByteArray());
    return new Answer("Lambda is answered", value, null, fate(value), call.log());
  }

  private static Answer.Fate fate(@Nullable Object answer) {
    return answer instanceof Map<?, ?> map && (isHandedBack(map) || isError(map))
        ? Answer.Fate.FAILED
        : Answer.Fate.SETTLED;
  }

  private static boolean isHandedBack(Map<?, ?> answer) {
    return answer.get("batchItemFailures") instanceof List<?> failures && !failures.isEmpty();
  }

  private static boolean isError(Map<?, ?> answer) {
    return answer.get("statusCode") instanceof Long status && status >= Answer.FIRST_ERROR;
  }

  /** The adapter's own, with a module that is named in code. */
  private static final class Entrypoint extends LambdaEntrypoint {
    Entrypoint(ProcessorModule module) {
      super(module);
    }
  }
}
