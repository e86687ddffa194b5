package dev.eventprocessor.examples.alarms.demo;

import dev.eventprocessor.runtimes.gcp.FrameworkAnswer;
import dev.eventprocessor.runtimes.gcp.FrameworkVersion;
import dev.eventprocessor.runtimes.gcp.FunctionsFramework;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The jar in the real Functions Framework invoker. */
final class GoogleCloud implements Cloud {

  private final FunctionsFramework framework;

  private GoogleCloud(FunctionsFramework framework) {
    this.framework = framework;
  }

  static GoogleCloud start(Path jar, FrameworkVersion version, Map<String, String> environment)
      throws InterruptedException {
    return new GoogleCloud(
        FunctionsFramework.of(jar, "dev.eventprocessor.gcp.CloudEventEntrypoint")
            .version(version)
            .environment(environment)
            .start());
  }

  @Override
  public String title() {
    return "Google Cloud (the real Functions Framework)";
  }

  @Override
  public Outcome deliver(Delivery delivery) throws InterruptedException {
    try {
      FrameworkAnswer answer = framework.send(delivery.headers(), delivery.body().bytes());
      return Outcome.of(answer.log(), failure(answer));
    } catch (IllegalArgumentException notHttp) {
      return Outcome.of(List.of(), "an attribute of the CloudEvent cannot be a header of HTTP");
    } catch (IOException e) {
      throw new UncheckedIOException("The Functions Framework gave no answer", e);
    }
  }

  /** The caller gets a bare status; what went wrong stands in the function's log. */
  private static @Nullable String failure(FrameworkAnswer answer) {
    if (answer.isAcknowledged()) {
      return null;
    }
    for (String line : answer.log()) {
      if (line.contains("Exception: ") || line.contains("Error: ")) {
        return "HTTP " + answer.status() + ", in the log: " + line;
      }
    }
    return "HTTP " + answer.status();
  }

  @Override
  public void close() {
    framework.close();
  }
}
