package dev.eventprocessor.runtimes.aws;

import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.aws.LambdaEntrypoint;
import dev.eventprocessor.contract.HttpApplication;
import dev.eventprocessor.runtimes.aws.deployed.Functions;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.crac.Core;

/** Packages the tests' functions, in each of the forms that Lambda knows. */
final class DeployedFunctions {

  private static final String PACKAGE = Functions.class.getPackageName().replace('.', '/');

  private DeployedFunctions() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Classes at the root, a dependency in {@code lib}. */
  static Path exploded(Path folder) throws IOException {
    for (Path compiled : compiled()) {
      Path target = folder.resolve(PACKAGE).resolve(compiled.getFileName().toString());
      Files.createDirectories(folder.resolve(PACKAGE));
      Files.copy(compiled, target);
    }
    Files.createDirectories(folder.resolve("lib"));
    Files.copy(origin(Core.class), folder.resolve("lib/org-crac.jar"));
    return folder;
  }

  /** {@link #exploded} with this library and its dependency beside the functions. */
  static Path explodedWithLibrary(Path folder) throws IOException {
    exploded(folder);
    for (Class<?> type :
        List.of(LambdaEntrypoint.class, EventProcessor.class, HttpApplication.class)) {
      Path library = origin(type);
      if (Files.isDirectory(library)) {
        copyAll(library, folder);
      } else {
        Files.copy(library, folder.resolve("lib").resolve(library.getFileName()));
      }
    }
    return folder;
  }

  /** Everything in one jar, as a shaded one. */
  static Path shaded(Path jar) throws IOException {
    try (OutputStream bytes = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("META-INF/"));
      for (Path compiled : compiled()) {
        zip.putNextEntry(new ZipEntry(PACKAGE + "/" + compiled.getFileName()));
        Files.copy(compiled, zip);
      }
    }
    return jar;
  }

  /** A deployment package whose functions come from a jar in {@code lib}. */
  static Path zipped(Path folder) throws IOException {
    Path jar = shaded(folder.resolve("functions.jar"));
    Path archive = folder.resolve("deployment.zip");
    try (OutputStream bytes = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("lib/functions.jar"));
      Files.copy(jar, zip);
    }
    return archive;
  }

  private static void copyAll(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.resolveSibling("."));
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static List<Path> compiled() throws IOException {
    try (Stream<Path> files = Files.list(origin(Functions.class).resolve(PACKAGE))) {
      return files.toList();
    }
  }

  private static Path origin(Class<?> type) {
    try {
      URI location = type.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(location);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("No path to " + type, e);
    }
  }
}
