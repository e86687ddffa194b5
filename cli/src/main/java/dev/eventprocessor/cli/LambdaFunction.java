package dev.eventprocessor.cli;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.aws.LambdaEntrypoint;
import dev.eventprocessor.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A function on AWS Lambda. */
final class LambdaFunction implements Cloud {

  private static final int FIFTEEN_MINUTES = 900_000;

  private final Entrypoint entrypoint;

  LambdaFunction(ProcessorModule module) {
    this.entrypoint = new Entrypoint(module);
  }

  @Override
  public Answer deliver(Payload payload) {
    Log log = new Log();
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try {
      entrypoint.handleRequest(new ByteArrayInputStream(payload.bytes()), output, new Call(log));
    } catch (Throwable failure) { // Whatever it is, Lambda reports it.
      return Answer.failed("Lambda is told that the call failed", failure, log.toString());
    }
    @Nullable Object value = Json.read(output.toByteArray());
    return new Answer("Lambda is answered", value, null, fate(value), log.toString());
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

  private static final class Log implements LambdaLogger {

    private final StringBuilder text = new StringBuilder();

    @Override
    public void log(String message) {
      text.append(message);
    }

    @Override
    public void log(byte[] message) {
      text.append(new String(message, StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }

  /** What Lambda says of a call. */
  private record Call(Log log) implements Context {

    @Override
    public String getAwsRequestId() {
      return "00000000-0000-0000-0000-000000000000";
    }

    @Override
    public String getLogGroupName() {
      return "/aws/lambda/event-processor";
    }

    @Override
    public String getLogStreamName() {
      return "local";
    }

    @Override
    public String getFunctionName() {
      return "event-processor";
    }

    @Override
    public String getFunctionVersion() {
      return "$LATEST";
    }

    @Override
    public String getInvokedFunctionArn() {
      return "arn:aws:lambda:local:000000000000:function:event-processor";
    }

    @Override
    public @Nullable CognitoIdentity getIdentity() {
      return null;
    }

    @Override
    public @Nullable ClientContext getClientContext() {
      return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
      return FIFTEEN_MINUTES;
    }

    @Override
    public int getMemoryLimitInMB() {
      return 512;
    }

    @Override
    public LambdaLogger getLogger() {
      return log;
    }
  }
}
