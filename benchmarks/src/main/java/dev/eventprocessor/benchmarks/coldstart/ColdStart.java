package dev.eventprocessor.benchmarks.coldstart;

import dev.eventprocessor.benchmarks.Heading;
import dev.eventprocessor.benchmarks.coldstart.Series.Start;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts each contender in the cloud's own runtime, round by round, and prints what it took to its
 * first reply and what a call takes when warm; some also with a class data archive, with an AOT
 * cache where the JDK is one that has it, and from the place where Lambda would take a snapshot.
 * Run it from the checkout's root:
 *
 * <pre>
 * mvn -B -DskipTests package
 * java -cp benchmarks/target/benchmarks.jar dev.eventprocessor.benchmarks.coldstart.ColdStart [ROUNDS [CALLS]]
 * </pre>
 */
public final class ColdStart {

  private static final int ROUNDS = 15;
  private static final int CALLS = 2000;
  private static final int FIRST_JDK_WITH_AOT_CACHE = 25;

  private static final List<Contender> ARCHIVED =
      List.of(Contender.JACKSON_CORE, Contender.EVENT_PROCESSOR, Contender.EVENTS_LIBRARY);

  private static final List<Contender> FROM_SNAPSHOT =
      List.of(Contender.JACKSON_CORE, Contender.EVENT_PROCESSOR);

  private ColdStart() {}

  /** Prints the tables. */
  public static void main(String[] args) throws Exception {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
    int calls = args.length > 1 ? Integer.parseInt(args[1]) : CALLS;
    Path archives = Files.createTempDirectory("event-processor-archives-");
    List<Series> all = series(archives);
    for (int round = 1; round <= rounds; round++) {
      System.err.printf("round %d of %d%n", round, rounds);
      for (Series series : all) {
        series.measure(calls);
      }
    }
    Heading.print("%d rounds, %d warm calls each; medians (quartiles)".formatted(rounds, calls));
    for (Start start : Start.values()) {
      List<Series> table = all.stream().filter(series -> series.start == start).toList();
      if (!table.isEmpty()) {
        print(start, table);
      }
    }
    try (Stream<Path> files = Files.list(archives)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(archives);
  }

  private static List<Series> series(Path archives) throws Exception {
    List<Series> all = new ArrayList<>();
    for (Contender contender : Contender.values()) {
      all.add(
          new Series(contender, Start.PLAIN, ClassLog.ofFirstReply(contender).loads().size(), ""));
    }
    for (Contender contender : ARCHIVED) {
      all.add(archived(contender, Start.ARCHIVE, archives.resolve(contender + ".jsa")));
      if (Runtime.version().feature() >= FIRST_JDK_WITH_AOT_CACHE) {
        all.add(archived(contender, Start.AOT_CACHE, archives.resolve(contender + ".aot")));
      }
    }
    for (Contender contender : FROM_SNAPSHOT) {
      all.add(new Series(contender, Start.SNAPSHOT, 0, ""));
    }
    return all;
  }

  private static Series archived(Contender contender, Start start, Path archive) throws Exception {
    ClassDataArchive.make(contender, archive);
    return new Series(contender, start, 0, ClassDataArchive.using(archive));
  }

  private static void print(Start start, List<Series> table) {
    System.out.println(
        switch (start) {
          case PLAIN -> "\n### From nothing\n";
          case ARCHIVE -> "\n### With a class data archive\n";
          case AOT_CACHE -> "\n### With an AOT cache\n";
          case SNAPSHOT -> "\n### Initialised up to a snapshot, then called\n";
        });
    System.out.println(
        "| contender | CPU ms to first reply | × by hand | of it in the first call | wall ms"
            + " | loaded classes | jars KB | RSS MiB | warm CPU µs a call | warm p50 µs | × by hand |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
    for (Series own : table) {
      Series byHand = byHand(table, own);
      System.out.printf(
          "| %s | %s | %.2f | %s | %s | %s | %d | %.0f | %s | %s | %.2f |%n",
          own.contender.title,
          Series.text(own.cpu),
          Series.medianRatio(own.cpu, byHand.cpu),
          Series.text(own.firstCall),
          Series.text(own.wall),
          own.classes == 0 ? "" : own.classes,
          own.contender.jarBytes() / 1024,
          Series.median(own.resident),
          Series.text(own.warmCpu),
          Series.text(own.warm),
          Series.medianRatio(own.warm, byHand.warm));
    }
  }

  private static Series byHand(List<Series> table, Series own) {
    Contender byHand = own.contender.isGoogle() ? Contender.GOOGLE_BY_HAND : Contender.JACKSON_CORE;
    return table.stream().filter(series -> series.contender == byHand).findFirst().orElseThrow();
  }
}
