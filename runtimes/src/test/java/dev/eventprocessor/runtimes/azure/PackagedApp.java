package dev.eventprocessor.runtimes.azure;

import dev.eventprocessor.runtimes.azure.deployed.Functions;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packages the tests' functions in the layout that Microsoft's Maven plugin makes. */
final class PackagedApp {

  private static final String PACKAGE = Functions.class.getPackageName();

  private static final String HTTP =
      """
      {
        "scriptFile" : "../app.jar",
        "entryPoint" : "%s.%s",
        "bindings" : [ {
          "type" : "httpTrigger",
          "direction" : "in",
          "name" : "message",
          "authLevel" : "ANONYMOUS"
        }, {
          "type" : "http",
          "direction" : "out",
          "name" : "$return"
        } ]
      }
      """;

  private static final String QUEUE =
      """
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
        """;

  private PackagedApp() {}

  /** An app of these functions, each as {@code Class.method}; its folder has the method's name. */
  static Path of(Path folder, String... functions) throws IOException {
    Files.writeString(folder.resolve("host.json"), "{\"version\": \"2.0\"}");
    Files.createDirectories(folder.resolve("lib"));
    Path classes = origin(Functions.class);
    jar(folder.resolve("app.jar"), classes, classes.resolve(PACKAGE.replace('.', '/')));
    for (String function : functions) {
      Path own = folder.resolve(function.substring(function.indexOf('.') + 1));
      Files.createDirectories(own);
      Files.writeString(own.resolve("function.json"), json(function));
    }
    return folder;
  }

  /** Puts the jars or classes that hold these types into the app's {@code lib}. */
  static void addLibraries(Path app, Class<?>... types) throws IOException {
    for (Class<?> type : types) {
      Path origin = origin(type);
      Path jar = app.resolve("lib").resolve(type.getSimpleName() + ".jar");
      if (Files.isDirectory(origin)) {
        jar(jar, origin, origin);
      } else {
        Files.copy(origin, jar);
      }
    }
  }

  private static String json(String function) {
    return (function.startsWith("Http") ? HTTP : QUEUE).formatted(PACKAGE, function);
  }

  /** A jar of all files in a folder, under their names from the root. */
  private static void jar(Path jar, Path root, Path folder) throws IOException {
    try (OutputStream bytes = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(bytes);
        Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString().replace('\\', '/');
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(file, zip);
      }
    }
  }

  private static Path origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("No path to " + type, e);
    }
  }
}
