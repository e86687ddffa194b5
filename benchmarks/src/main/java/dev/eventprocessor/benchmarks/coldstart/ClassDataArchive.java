package dev.eventprocessor.benchmarks.coldstart;

import dev.eventprocessor.runtimes.aws.LambdaAnswer;
import dev.eventprocessor.runtimes.aws.LambdaFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Makes a class data archive for a Lambda function: the classes that a call needs, as the JVM keeps
 * them in memory, so that the next start maps them instead of reading and checking them. The
 * archive fits the JVM and the runtime's class path that made it, and no other.
 *
 * <pre>
 * java -cp benchmarks/target/benchmarks.jar dev.eventprocessor.benchmarks.coldstart.ClassDataArchive \
 *     DEPLOYMENT HANDLER EVENT-FILE ARCHIVE [VARIABLE=VALUE ...]
 * </pre>
 *
 * <p>Where the archive's name ends in {@code .aot} it is an AOT cache, which takes JDK 25 or newer.
 */
public final class ClassDataArchive {

  private static final int CALLS = 10;
  private static final int SECONDS_TO_WRITE = 120;

  private ClassDataArchive() {}

  /** Makes the archive and says how to use it. */
  public static void main(String[] args) throws Exception {
    if (args.length < 4 || !areSettings(args) || !Files.isReadable(Path.of(args[2]))) {
      System.err.println(
          "Give the deployment (a folder, .zip or .jar), the handler, a file with an event that can be"
              + " read, and the archive to make, for an AOT cache with a name that ends in .aot; then"
              + " the function's environment as VARIABLE=VALUE.");
      System.exit(2);
    }
    System.setProperty("sun.net.httpserver.nodelay", "true");
    Path archive = Path.of(args[3]).toAbsolutePath();
    byte[] event = Files.readAllBytes(Path.of(args[2]));
    Map<String, String> environment = new HashMap<>();
    for (int i = 4; i < args.length; i++) {
      int equals = args[i].indexOf('=');
      environment.put(args[i].substring(0, equals), args[i].substring(equals + 1));
    }
    environment.put("JAVA_TOOL_OPTIONS", recording(archive));
    Files.deleteIfExists(archive);
    LambdaFunction function =
        LambdaFunction.of(Path.of(args[0]), args[1]).environment(environment).start();
    try (Server server = Server.of(function, event, LambdaAnswer::response)) {
      train(server, archive);
    }
    System.out.printf(
        "%s, %,d KB. Use it with JAVA_TOOL_OPTIONS=\"%s\"%n",
        archive, Files.size(archive) / 1024, using(archive));
  }

  private static boolean areSettings(String[] args) {
    for (int i = 4; i < args.length; i++) {
      if (args[i].indexOf('=') < 1) {
        return false;
      }
    }
    return true;
  }

  /** The same for a contender. */
  static void make(Contender contender, Path archive) throws Exception {
    Files.deleteIfExists(archive);
    try (Server server = contender.start(recording(archive))) {
      train(server, archive);
    }
  }

  /** The JVM writes the archive when it ends in order, which takes longer than a close waits. */
  private static void train(Server server, Path archive) throws Exception {
    for (int i = 0; i < CALLS; i++) {
      server.call();
    }
    ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
    process.destroy();
    process.onExit().get(SECONDS_TO_WRITE, TimeUnit.SECONDS);
    if (!Files.exists(archive)) {
      throw new IOException("The JVM ended without writing " + archive);
    }
  }

  private static String recording(Path archive) {
    return (isAotCache(archive) ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive;
  }

  static String using(Path archive) {
    return isAotCache(archive)
        ? "-XX:AOTCache=" + archive
        : "-XX:SharedArchiveFile=" + archive + " -Xshare:auto";
  }

  private static boolean isAotCache(Path archive) {
    return archive.toString().endsWith(".aot");
  }
}
