package dev.eventprocessor.runtimes.azure;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;

/** Skipped where the jar of the Functions Java worker, which is on no registry, is not named. */
class RealWorkerTest extends FunctionsAppContract {

  @Override
  FunctionsApp.Builder deploy(Path packagedApp) {
    Optional<Path> jar = RealWorker.jar();
    assumeTrue(jar.isPresent(), RealWorker.ABSENT);
    return FunctionsApp.of(packagedApp).realWorker(jar.orElseThrow());
  }
}
