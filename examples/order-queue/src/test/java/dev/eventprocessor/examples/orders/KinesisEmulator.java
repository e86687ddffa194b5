package dev.eventprocessor.examples.orders;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.eventprocessor.runtimes.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Something that behaves as Amazon Kinesis does: kinesis-local (kinesis-mock), a package for
 * Node.js that npm installs below {@code target}, in the version that {@code src/test/kinesis}
 * pins. Where it cannot be had the calling test is skipped, saying so.
 */
final class KinesisEmulator implements AutoCloseable {

  private static final Path PINNED = Path.of("src/test/kinesis").toAbsolutePath();
  private static final Path HOME = Path.of("target/kinesis").toAbsolutePath();
  private static final Path PACKAGE = HOME.resolve("node_modules/kinesis-local");

  private final Process process;
  private final URI endpoint;

  private KinesisEmulator(Process process, URI endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  static KinesisEmulator start() throws IOException, InterruptedException {
    install();
    int port = FreePort.onLoopback();
    ProcessBuilder node = node(port);
    KinesisEmulator emulator =
        new KinesisEmulator(node.start(), URI.create("http://127.0.0.1:" + port + "/"));
    try {
      emulator.awaitServing();
      return emulator;
    } catch (IOException | InterruptedException | RuntimeException notServing) {
      emulator.close();
      throw notServing;
    }
  }

  private static ProcessBuilder node(int port) {
    ProcessBuilder node =
        new ProcessBuilder("node", "-r", PINNED.resolve("loopback.cjs").toString(), "main.js");
    node.environment().put("KINESIS_MOCK_PLAIN_PORT", String.valueOf(port));
    node.environment().put("KINESIS_MOCK_TLS_PORT", "0");
    return node.directory(PACKAGE.toFile())
        .redirectErrorStream(true)
        .redirectOutput(HOME.resolve("kinesis.log").toFile());
  }

  URI endpoint() {
    return endpoint;
  }

  private static void install() throws IOException, InterruptedException {
    Files.createDirectories(HOME);
    for (String file : List.of("package.json", "package-lock.json")) {
      Files.copy(PINNED.resolve(file), HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    run("node", "--version");
    run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
  }

  private static void run(String... command) throws IOException, InterruptedException {
    String log = command[0] + ".log";
    Process running;
    try {
      running =
          new ProcessBuilder(command)
              .directory(HOME.toFile())
              .redirectErrorStream(true)
              .redirectOutput(HOME.resolve(log).toFile())
              .start();
    } catch (IOException absent) {
      abort("skipped: there is no " + command[0] + " on this machine to run Kinesis with");
      return;
    }
    if (!running.waitFor(120, TimeUnit.SECONDS) || running.exitValue() != 0) {
      running.destroyForcibly();
      abort("skipped: Kinesis could not be installed; target/kinesis/" + log + " says why");
    }
  }

  private void awaitServing() throws IOException, InterruptedException {
    HttpRequest health =
        HttpRequest.newBuilder(endpoint.resolve("healthcheck"))
            .version(HttpClient.Version.HTTP_1_1)
            .timeout(Duration.ofSeconds(5))
            .build();
    HttpClient client = HttpClient.newHttpClient();
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      try {
        client.send(health, HttpResponse.BodyHandlers.discarding());
        return;
      } catch (IOException notYet) {
        Thread.sleep(50);
      }
    }
    throw new IOException("Kinesis did not start; target/kinesis/kinesis.log says why");
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
