package dev.eventprocessor.gcp;

import dev.eventprocessor.testing.AdapterContract;

/** The arrows of the architecture, and what a release promises. */
class ModuleBoundariesTest extends AdapterContract {

  ModuleBoundariesTest() {
    super("dev.eventprocessor.gcp", "com.google.cloud.functions..", "io.cloudevents..");
  }
}
