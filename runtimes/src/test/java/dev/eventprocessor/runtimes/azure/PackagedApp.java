package dev.eventprocessor.runtimes.azure;

import dev.eventprocessor.runtimes.azure.deployed.Functions;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packages the tests' functions in the layout that Microsoft's Maven plugin makes. */
final class PackagedApp {

  private static final String PACKAGE = Functions.class.getPackageName();

  private PackagedApp() {}

  /** An app of these functions, each as {@code Class.method}; its folder has the method's name. */
  static Path of(Path folder, String... functions) throws IOException {
    Files.writeString(folder.resolve("host.json"), "{\"version\": \"2.0\"}");
    Files.createDirectories(folder.resolve("lib"));
    jar(folder.resolve("app.jar"));
    for (String function : functions) {
      Path own = folder.resolve(function.substring(function.indexOf('.') + 1));
      Files.createDirectories(own);
      Files.writeString(own.resolve("function.json"), json(function));
    }
    return folder;
  }

  private static String json(String function) {
    return """
        {
          "scriptFile" : "../app.jar",
          "entryPoint" : "%s.%s",
          "bindings" : [ {
            "type" : "queueTrigger",
            "direction" : "in",
            "name" : "message",
            "connection" : "c",
            "queueName" : "q"
          }, {
            "type" : "queue",
            "direction" : "out",
            "name" : "$return",
            "connection" : "c",
            "queueName" : "answers"
          } ]
        }
        """
        .formatted(PACKAGE, function);
  }

  private static void jar(Path jar) throws IOException {
    String folder = PACKAGE.replace('.', '/') + "/";
    try (OutputStream bytes = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Path compiled : compiled(folder)) {
        zip.putNextEntry(new ZipEntry(folder + compiled.getFileName()));
        Files.copy(compiled, zip);
      }
    }
  }

  private static List<Path> compiled(String folder) throws IOException {
    try (Stream<Path> files = Files.list(classes().resolve(folder))) {
      return files.toList();
    }
  }

  private static Path classes() {
    try {
      return Path.of(Functions.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The tests' classes have no place on the disk", e);
    }
  }
}
