package dev.eventprocessor.examples.alarms.demo;

import dev.eventprocessor.runtimes.azure.FunctionAnswer;
import dev.eventprocessor.runtimes.azure.FunctionsApp;
import dev.eventprocessor.runtimes.azure.TypedValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The app as Microsoft's plugin packaged it, in a stand-in for the Functions worker. */
final class AzureCloud implements Cloud {

  private final FunctionsApp app;

  private AzureCloud(FunctionsApp app) {
    this.app = app;
  }

  static AzureCloud start(Path packagedApp, Map<String, String> settings)
      throws InterruptedException {
    return start(FunctionsApp.of(packagedApp).settings(settings));
  }

  /** With the worker that was chosen there. */
  static AzureCloud start(FunctionsApp.Builder app) throws InterruptedException {
    return new AzureCloud(app.start());
  }

  @Override
  public String title() {
    return "Azure Functions (a stand-in for the Functions worker)";
  }

  @Override
  public Outcome deliver(Delivery delivery) throws InterruptedException {
    String function = delivery.function();
    if (function == null) {
      throw new IllegalArgumentException("A delivery to Azure names its function");
    }
    // The host sends text to bindings without a data type, which only Event Grid's is.
    TypedValue value =
        function.equals("alarms-eventgrid")
            ? TypedValue.text(delivery.body().text())
            : TypedValue.bytes(delivery.body().bytes());
    FunctionAnswer answer = app.invoke(function, value, metadata(function, delivery.headers()));
    List<String> log = new ArrayList<>(answer.printed());
    log.addAll(answer.logged());
    return Outcome.of(log, failure(answer));
  }

  /** What the host sends with every call stands in where a payload lacks it. */
  private static Map<String, String> metadata(String function, Map<String, String> given) {
    Map<String, String> metadata = new LinkedHashMap<>();
    if (function.equals("alarms-servicebus")) {
      metadata.putAll(Envelopes.serviceBus());
    } else if (function.equals("alarms-queue")) {
      metadata.putAll(Envelopes.storageQueue());
    }
    metadata.putAll(given);
    return metadata;
  }

  private static @Nullable String failure(FunctionAnswer answer) {
    if (answer instanceof FunctionAnswer.Failure failed) {
      return failed.message();
    }
    return answer instanceof FunctionAnswer.NoAnswer silent
        ? "the worker did not answer within " + silent.waited()
        : null;
  }

  @Override
  public void close() {
    app.close();
  }
}
