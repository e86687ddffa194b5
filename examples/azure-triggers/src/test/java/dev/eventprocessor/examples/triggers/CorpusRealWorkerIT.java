package dev.eventprocessor.examples.triggers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.eventprocessor.runtimes.azure.FunctionsApp;
import dev.eventprocessor.runtimes.azure.RealWorker;
import java.nio.file.Path;
import java.util.Optional;

/** The same payloads in the real Functions Java worker; skipped where its jar is not named. */
class CorpusRealWorkerIT extends CorpusIT {

  @Override
  FunctionsApp start() throws InterruptedException {
    Optional<Path> jar = RealWorker.jar();
    assumeTrue(jar.isPresent(), RealWorker.ABSENT);
    return EveryTriggerIT.described().realWorker(jar.orElseThrow()).start();
  }
}
