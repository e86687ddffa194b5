package dev.eventprocessor.spi;

import dev.eventprocessor.ProcessorModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Modules that cannot be found, made or read. */
public final class ModuleFaults {

  private static final String MODULES = "dev.eventprocessor.spi.Modules$";

  private ModuleFaults() {}

  /**
   * What throws when it is run.
   *
   * @param folder where services may be named
   */
  public static List<Runnable> all(Path folder) {
    ClassLoader own = ModuleFaults.class.getClassLoader();
    return List.of(
        () -> Applications.module(services(folder, ""), null),
        () -> Applications.module(services(folder, MODULES + "Good", MODULES + "AlsoGood"), null),
        () -> Applications.module(own, "com.example.Missing"),
        () -> Applications.module(own, MODULES + "NoModule"),
        () -> Applications.module(own, MODULES + "FailsWhenMade"),
        () -> Applications.module(own, MODULES + "FailsWhenLoaded"),
        () -> Applications.module(own, MODULES + "NeedsAParameter"),
        () -> Applications.module(services(folder, "com.example.Missing"), null),
        () -> Applications.build(Applications.module(own, MODULES + "FailsWhenRegistering")),
        () -> Applications.trigger("aws", "gcp.pubsub"));
  }

  private static ClassLoader services(Path folder, String... names) {
    try {
      Path services = Files.createDirectories(folder.resolve("META-INF/services"));
      Files.writeString(
          services.resolve(ProcessorModule.class.getName()), String.join("\n", names));
      return new URLClassLoader(
          new URL[] {folder.toUri().toURL()}, ModuleFaults.class.getClassLoader());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
