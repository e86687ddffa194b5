package dev.eventprocessor.runtimes.azure;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;

/** The same requests in the real Functions Java worker; skipped where its jar is not named. */
class HttpRealWorkerTest extends HttpStandInTest {

  @Override
  FunctionsApp.Builder deploy(Path packagedApp) {
    Optional<Path> jar = RealWorker.jar();
    assumeTrue(jar.isPresent(), RealWorker.ABSENT);
    return super.deploy(packagedApp).realWorker(jar.orElseThrow());
  }
}
