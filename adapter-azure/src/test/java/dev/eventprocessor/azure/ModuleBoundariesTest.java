package dev.eventprocessor.azure;

import dev.eventprocessor.testing.AdapterContract;
import java.util.List;

/** The arrows of the architecture, and what a release promises. */
class ModuleBoundariesTest extends AdapterContract {

  ModuleBoundariesTest() {
    super("dev.eventprocessor.azure", "com.microsoft.azure.functions..");
  }

  @Override
  protected List<String> givenBesidesCore() {
    return List.of("com.microsoft.azure.functions:azure-functions-java-library");
  }

  @Override
  protected Class<?>[] loggers() {
    return new Class<?>[] {HostLog.class};
  }
}
