package dev.eventprocessor;

import dev.eventprocessor.spi.Applications;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

/** Modules that cannot be found, made or read. */
final class ModuleFaults {

  private static final String MODULES = "dev.eventprocessor.spi.Modules$";

  private ModuleFaults() {}

  /** With a folder in which services may be registered. */
  static void causeAll(Faults faults, Path folder) throws IOException {
    ClassLoader own = ModuleFaults.class.getClassLoader();
    faults.cause(() -> Applications.module(services(folder, ""), null));
    faults.cause(
        () -> Applications.module(services(folder, MODULES + "Good", MODULES + "AlsoGood"), null));
    faults.cause(() -> Applications.module(own, "com.example.Missing"));
    faults.cause(() -> Applications.module(own, MODULES + "NoModule"));
    faults.cause(() -> Applications.module(own, MODULES + "FailsWhenMade"));
    faults.cause(() -> Applications.module(own, MODULES + "FailsWhenLoaded"));
    faults.cause(() -> Applications.module(own, MODULES + "NeedsAParameter"));
    faults.cause(() -> Applications.module(services(folder, "com.example.Missing"), null));
    faults.cause(
        () -> Applications.build(Applications.module(own, MODULES + "FailsWhenRegistering")));
    faults.cause(() -> Applications.trigger("aws", "gcp.pubsub"));
  }

  private static ClassLoader services(Path folder, String... names) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(ProcessorModule.class.getName()), String.join("\n", names));
    return new URLClassLoader(
        new URL[] {folder.toUri().toURL()}, ModuleFaults.class.getClassLoader());
  }
}
