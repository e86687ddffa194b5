package dev.eventprocessor.runtimes.aws;

import dev.eventprocessor.runtimes.JavaProcess;
import dev.eventprocessor.runtimes.RuntimeFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** How Lambda starts its Java runtime: class path, working directory, flags and environment. */
final class RuntimeInterfaceClient {

  private static final String MAIN_CLASS =
      "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
  private static final String NATIVE_CLIENT =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  private static @Nullable Path unpackedClient;

  private RuntimeInterfaceClient() {}

  static JavaProcess start(FunctionSettings settings, String api) {
    List<Path> jars = RuntimeFiles.jars(RuntimeFiles.folder("lambda"));
    return JavaProcess.named("Lambda function " + settings.name())
        // Not -Xshare:auto: it is what a JVM does unasked, and 25 refuses it beside an AOT cache.
        .options("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
        .options("-Xmx" + settings.memory() * 85 / 100 + "m")
        .options("-D" + NATIVE_CLIENT + "=" + nativeClient(jars))
        // Without it org.crac is a facade with nothing behind it, and hooks never run.
        .options("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac")
        .main(jars, MAIN_CLASS, settings.handler())
        .directory(settings.folder())
        .environment(environment(settings, api))
        .start();
  }

  private static Map<String, String> environment(FunctionSettings settings, String api) {
    Map<String, String> variables = new LinkedHashMap<>(settings.environment());
    variables.put("AWS_LAMBDA_RUNTIME_API", api);
    variables.put("_HANDLER", settings.handler());
    variables.put("AWS_LAMBDA_FUNCTION_NAME", settings.name());
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", FunctionSettings.VERSION);
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(settings.memory()));
    variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + settings.name());
    variables.put("AWS_LAMBDA_LOG_STREAM_NAME", "local");
    variables.put("AWS_REGION", FunctionSettings.REGION);
    variables.put("AWS_DEFAULT_REGION", FunctionSettings.REGION);
    variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_java17");
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", initializationType(settings));
    variables.put("LAMBDA_TASK_ROOT", settings.folder().toString());
    variables.putIfAbsent("TZ", ":UTC");
    // Lambda's is en_US.UTF-8, which not every machine has; without UTF-8 logs lose characters.
    variables.putIfAbsent("LANG", "C.UTF-8");
    if (settings.isConcurrent()) {
      variables.put("AWS_LAMBDA_MAX_CONCURRENCY", Integer.toString(settings.concurrency()));
    }
    return variables;
  }

  private static String initializationType(FunctionSettings settings) {
    if (settings.snapStart()) {
      return "snap-start";
    }
    return settings.isConcurrent() ? "lambda-managed-instances" : "on-demand";
  }

  /**
   * The runtime's native library, unpacked once for this JVM: left to itself, each runtime writes
   * it to one and the same file in /tmp, and crashes those that have it loaded.
   */
  private static synchronized Path nativeClient(List<Path> jars) {
    if (unpackedClient == null || !Files.exists(unpackedClient)) {
      String entry = "jni/libaws-lambda-jni." + platform() + ".so";
      unpackedClient =
          jars.stream()
              .map(jar -> unpack(jar, entry))
              .filter(file -> file != null)
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("No " + entry + " in any of " + jars));
    }
    return unpackedClient;
  }

  private static @Nullable Path unpack(Path jar, String entry) {
    try (JarFile file = new JarFile(jar.toFile())) {
      @Nullable ZipEntry found = file.getEntry(entry);
      if (found == null) {
        return null;
      }
      Path target = Files.createTempFile("event-processor-lambda-", ".so");
      target.toFile().deleteOnExit();
      try (InputStream content = file.getInputStream(found)) {
        Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
      }
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot unpack " + entry + " from " + jar, e);
    }
  }

  private static String platform() {
    String system = System.getProperty("os.name");
    if (!system.equals("Linux")) {
      throw new IllegalStateException(
          "Lambda's runtime runs on Linux only, and this is " + system + ": use a container.");
    }
    String library = Files.exists(Path.of("/etc/alpine-release")) ? "linux_musl" : "linux";
    String processor = System.getProperty("os.arch");
    return library + (processor.equals("aarch64") ? "-aarch_64" : "-x86_64");
  }
}
