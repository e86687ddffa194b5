package dev.eventprocessor.examples.alarms.demo;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.eventprocessor.runtimes.azure.FunctionsApp;
import dev.eventprocessor.runtimes.azure.RealWorker;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The same app in the real Functions Java worker; skipped where its jar is not named. */
class AzureAlarmNotifierRealWorkerIT extends AzureAlarmNotifierIT {

  @Override
  FunctionsApp.Builder described(Path deployment, Map<String, String> environment) {
    Optional<Path> jar = RealWorker.jar();
    assumeTrue(jar.isPresent(), RealWorker.ABSENT);
    return super.described(deployment, environment).realWorker(jar.orElseThrow());
  }
}
