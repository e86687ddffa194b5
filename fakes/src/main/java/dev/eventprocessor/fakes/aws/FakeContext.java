package dev.eventprocessor.fakes.aws;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What Lambda says of an invocation, and what the function logged. Not thread-safe. */
public class FakeContext implements Context {

  private static final int FIFTEEN_MINUTES = 900_000;

  private final String function;
  private final String arn;
  private final Log log = new Log();
  private int remainingMillis = FIFTEEN_MINUTES;
  private @Nullable String trace;

  /** An invocation of a function that is named {@code function}. */
  public FakeContext() {
    this("function");
  }

  /**
   * An invocation.
   *
   * @param function the function's name
   */
  public FakeContext(String function) {
    this.function = function;
    this.arn = "arn:aws:lambda:local:000000000000:function:" + function;
  }

  /** With the time that is left; without this it is Lambda's longest, and never gets shorter. */
  public final FakeContext remainingMillis(int millis) {
    remainingMillis = millis;
    return this;
  }

  /** With a trace of X-Ray; without this the invocation has none. */
  public final FakeContext trace(@Nullable String id) {
    trace = id;
    return this;
  }

  /** All that was logged, as it was. */
  public final String log() {
    return log.text.toString();
  }

  @Override
  public String getAwsRequestId() {
    return "00000000-0000-0000-0000-000000000000";
  }

  @Override
  public String getLogGroupName() {
    return "/aws/lambda/" + function;
  }

  @Override
  public String getLogStreamName() {
    return "local";
  }

  @Override
  public String getFunctionName() {
    return function;
  }

  @Override
  public String getFunctionVersion() {
    return "$LATEST";
  }

  @Override
  public String getInvokedFunctionArn() {
    return arn;
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
    return remainingMillis;
  }

  @Override
  public int getMemoryLimitInMB() {
    return 512;
  }

  @Override
  public LambdaLogger getLogger() {
    return log;
  }

  @Override
  public @Nullable String getXrayTraceId() {
    return trace;
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
  }
}
