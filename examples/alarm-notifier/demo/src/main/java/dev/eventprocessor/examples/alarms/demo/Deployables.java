package dev.eventprocessor.examples.alarms.demo;

import java.nio.file.Files;
import java.nio.file.Path;

/** What the build made of the example for each cloud, as it would be uploaded. */
final class Deployables {

  private Deployables() {}

  static Path aws(Path examples) {
    return built(examples.resolve("aws/target/alarm-notifier-aws.zip"));
  }

  static Path google(Path examples) {
    return built(examples.resolve("gcp/target/deployment/alarm-notifier-gcp.jar"));
  }

  static Path azure(Path examples) {
    return built(examples.resolve("azure/target/azure-functions/alarm-notifier"));
  }

  private static Path built(Path artifact) {
    if (!Files.exists(artifact)) {
      throw new IllegalStateException(
          "There is no " + artifact + ". Build it: mvn -B -DskipTests package");
    }
    return artifact;
  }
}
