package dev.eventprocessor.benchmarks.coldstart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The classes that a function's JVM loads up to its first reply, in order, as the JVM itself logs
 * them.
 *
 * @param loads one entry a class
 */
record ClassLog(List<Load> loads) {

  private static final String SOURCE = " source: ";

  /**
   * A class that was loaded.
   *
   * @param millis when, since the JVM has begun
   * @param name the class's name
   * @param origin the jar that it comes from, or what else it is
   */
  record Load(double millis, String name, String origin) {}

  /** Starts the contender, calls it once, and reads what it has logged when the reply is there. */
  static ClassLog ofFirstReply(Contender contender) throws Exception {
    Path file = Files.createTempFile("event-processor-classes-", ".log");
    try (Server server = contender.start("-Xlog:class+load:file=" + file + ":uptimenanos")) {
      server.call();
      long written = Files.size(file); // The process goes on, and so does its log.
      return read(file, written);
    } finally {
      Files.delete(file);
    }
  }

  private static ClassLog read(Path file, long bytes) throws IOException {
    List<Load> loads = new ArrayList<>();
    for (String line : start(file, bytes).lines().toList()) {
      int source = line.indexOf(SOURCE);
      int name = line.indexOf(' ');
      if (source > name && line.startsWith("[")) {
        double millis = Long.parseLong(line.substring(1, line.indexOf("ns]"))) / 1e6;
        String from = line.substring(source + SOURCE.length());
        loads.add(new Load(millis, line.substring(name + 1, source), origin(from)));
      }
    }
    return new ClassLog(loads);
  }

  private static String start(Path file, long bytes) throws IOException {
    try (InputStream log = Files.newInputStream(file)) {
      return new String(log.readNBytes((int) bytes), StandardCharsets.UTF_8);
    }
  }

  private static String origin(String source) {
    if (source.startsWith("shared objects file")) {
      return "the JDK, from its own archive";
    }
    if (source.startsWith("jrt:")) {
      return "the JDK, from its modules";
    }
    if (!source.startsWith("file:")) {
      return "made while running (lambdas and the like)";
    }
    return source.endsWith(".jar")
        ? source.substring(source.lastIndexOf('/') + 1).replaceAll("-\\d.*", "")
        : "the function's own classes";
  }

  /** How many classes come from each origin. */
  Map<String, Integer> countByOrigin() {
    Map<String, Integer> counts = new TreeMap<>();
    for (Load load : loads) {
      counts.merge(load.origin, 1, Integer::sum);
    }
    return counts;
  }

  /** When the first class of this kind was loaded, in milliseconds. */
  OptionalDouble firstMillis(Predicate<Load> kind) {
    return loads.stream().filter(kind).mapToDouble(Load::millis).findFirst();
  }
}
