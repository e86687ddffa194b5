package dev.eventprocessor.aws;

import dev.eventprocessor.testing.AdapterContract;

/** The arrows of the architecture, and what a release promises. */
class ModuleBoundariesTest extends AdapterContract {

  ModuleBoundariesTest() {
    super(
        "dev.eventprocessor.aws",
        "com.amazonaws.services.lambda.runtime..",
        "com.amazonaws.services.lambda.crac..");
  }
}
