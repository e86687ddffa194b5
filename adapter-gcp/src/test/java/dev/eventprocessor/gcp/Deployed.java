package dev.eventprocessor.gcp;

import dev.eventprocessor.fakes.gcp.FakeHttpRequest;
import dev.eventprocessor.gcp.deployed.EchoModule;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.runtimes.gcp.FrameworkAnswer;
import dev.eventprocessor.runtimes.gcp.FrameworkVersion;
import dev.eventprocessor.runtimes.gcp.FunctionsFramework;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An entry point without any class of the user's, served by Google's own invoker. */
final class Deployed {

  private static final List<String> SET_BY_THE_CLIENT = List.of("host", "content-length");

  private Deployed() {}

  static FunctionsFramework serve(Class<?> entrypoint, FrameworkVersion version)
      throws InterruptedException {
    return serve(entrypoint, EchoModule.class, version);
  }

  static FunctionsFramework serve(Class<?> entrypoint, Class<?> module, FrameworkVersion version)
      throws InterruptedException {
    return serve(entrypoint, module, version, Map.of());
  }

  static FunctionsFramework serve(
      Class<?> entrypoint, Class<?> module, FrameworkVersion version, Map<String, String> more)
      throws InterruptedException {
    return FunctionsFramework.of(classPath(), entrypoint.getName())
        .version(version)
        .environment(
            Map.of(
                "EVENT_PROCESSOR_MODULE", module.getName(),
                "FUNCTION_TARGET", "orders",
                "CLOUD_RUN_TIMEOUT_SECONDS", "60"))
        .environment(more)
        .start();
  }

  static FrameworkAnswer send(FunctionsFramework framework, FakeHttpRequest request)
      throws Exception {
    Map<String, String> headers = new LinkedHashMap<>();
    request
        .getHeaders()
        .forEach(
            (name, values) -> {
              if (!SET_BY_THE_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, values.get(0));
              }
            });
    return framework.send(request.getMethod(), headers, request.body());
  }

  /** The events that the application printed. */
  static List<Map<?, ?>> events(List<String> log) {
    List<Map<?, ?>> events = new ArrayList<>();
    for (String line : log) {
      if (line.startsWith("event ")) {
        events.add((Map<?, ?>) Json.read(line.substring("event ".length())));
      }
    }
    return events;
  }

  /** What a user deploys: this adapter, core and what core needs; and the application. */
  private static List<Path> classPath() {
    List<Path> path = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path file = Path.of(entry);
      String name = file.toString().replace(File.separatorChar, '/');
      if (name.contains("/adapter-gcp/target/")
          || name.contains("/core/target/")
          || name.contains("/contract/target/")
          || name.contains("/jackson-core-")) {
        path.add(file);
      }
    }
    return path;
  }
}
