package dev.eventprocessor.runtimes.azure;

import java.nio.file.Path;

class StandInTest extends FunctionsAppContract {

  @Override
  FunctionsApp.Builder deploy(Path packagedApp) {
    return FunctionsApp.of(packagedApp);
  }
}
