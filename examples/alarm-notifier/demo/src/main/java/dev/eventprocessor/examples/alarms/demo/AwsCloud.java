package dev.eventprocessor.examples.alarms.demo;

import dev.eventprocessor.runtimes.aws.LambdaAnswer;
import dev.eventprocessor.runtimes.aws.LambdaFunction;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The zip in the real Lambda runtime interface client. */
final class AwsCloud implements Cloud {

  private final LambdaFunction function;

  private AwsCloud(LambdaFunction function) {
    this.function = function;
  }

  static AwsCloud start(Path deployment, Map<String, String> environment)
      throws InterruptedException {
    return new AwsCloud(
        LambdaFunction.of(deployment, "dev.eventprocessor.aws.LambdaEntrypoint")
            .name("alarm-notifier")
            .environment(environment)
            .withoutRequestLimit()
            .start());
  }

  @Override
  public String title() {
    return "AWS Lambda (the real Lambda runtime interface client)";
  }

  @Override
  public Outcome deliver(Delivery delivery) throws InterruptedException {
    LambdaAnswer answer = function.invoke(delivery.body().bytes());
    return Outcome.of(answer.log(), failure(answer));
  }

  private static @Nullable String failure(LambdaAnswer answer) {
    if (answer instanceof LambdaAnswer.FunctionError failed) {
      return failed.error().type() + ": " + failed.error().message();
    }
    if (answer instanceof LambdaAnswer.InitError failed) {
      return failed.error().type() + ": " + failed.error().message();
    }
    String text = answer.text();
    boolean allDone = text.equals("null") || text.equals("{\"batchItemFailures\":[]}");
    return answer instanceof LambdaAnswer.Response && allDone ? null : text;
  }

  @Override
  public void close() {
    function.close();
  }
}
