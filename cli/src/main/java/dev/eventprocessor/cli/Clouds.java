package dev.eventprocessor.cli;

import dev.eventprocessor.ProcessorModule;
import java.util.EnumMap;
import java.util.Map;

/** One application, deployed to each cloud that sends it something. Not thread-safe. */
final class Clouds {

  private final ProcessorModule module;
  private final Map<CloudName, Cloud> deployed = new EnumMap<>(CloudName.class);

  Clouds(ProcessorModule module) {
    this.module = module;
  }

  /** The function on the cloud that sends the payload. */
  Cloud senderOf(Payload payload) {
    CloudName name = payload.sender();
    Cloud cloud = deployed.get(name);
    if (cloud == null) {
      cloud = deploy(name);
      deployed.put(name, cloud);
    }
    return cloud;
  }

  private Cloud deploy(CloudName name) {
    return switch (name) {
      case AWS -> new LambdaFunction(module);
      case GCP -> new FrameworkFunction(module);
      case AZURE -> new WorkerFunction(module);
    };
  }
}
