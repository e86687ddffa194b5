package dev.eventprocessor.examples.alarms.demo;

import dev.eventprocessor.runtimes.Payload;
import dev.eventprocessor.runtimes.gcp.FrameworkVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The jar, in the real Functions Framework invoker. */
abstract class GoogleAlarmNotifierContract extends AlarmNotifierContract {

  private final FrameworkVersion version;

  GoogleAlarmNotifierContract(FrameworkVersion version) {
    this.version = version;
  }

  @Override
  Path deployable() {
    return Deployables.google(EXAMPLE);
  }

  @Override
  Cloud start(Path deployment, Map<String, String> environment) throws InterruptedException {
    return GoogleCloud.start(deployment, version, environment);
  }

  @Override
  List<Delivery> deliveries(byte[] content) {
    return Envelopes.google(content);
  }

  @Override
  List<String> triggers() {
    return List.of("gcp.pubsub");
  }

  @Override
  Delivery raw(byte[] payload) {
    Delivery pubSub = Envelopes.google(new byte[0]).get(0);
    return new Delivery("raw", null, pubSub.headers(), Payload.of(payload));
  }

  @Override
  Delivery wrongShape(String secret) {
    return raw(bytes("{\"message\":[\"" + secret + "\"]}"));
  }

  @Override
  Path withoutApplication(Path temporary) throws Exception {
    return Archives.without(
        deployable(),
        temporary.resolve("without.jar"),
        name -> name.startsWith("META-INF/services/dev.eventprocessor"));
  }
}
