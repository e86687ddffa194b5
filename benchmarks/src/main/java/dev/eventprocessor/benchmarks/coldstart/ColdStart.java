package dev.eventprocessor.benchmarks.coldstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts each contender in the cloud's own runtime, round by round, and prints what it took to its
 * first reply and what a call takes when warm. Run it from the checkout's root:
 *
 * <pre>
 * mvn -B -DskipTests package
 * java -cp benchmarks/target/benchmarks.jar dev.eventprocessor.benchmarks.coldstart.ColdStart [ROUNDS [CALLS]]
 * </pre>
 */
public final class ColdStart {

  private static final int ROUNDS = 15;
  private static final int CALLS = 2000;

  private ColdStart() {}

  /** Prints the tables. */
  public static void main(String[] args) throws Exception {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
    int calls = args.length > 1 ? Integer.parseInt(args[1]) : CALLS;
    List<Series> all = new ArrayList<>();
    for (Contender contender : Contender.values()) {
      all.add(new Series(contender, loadedClasses(contender)));
    }
    for (int round = 1; round <= rounds; round++) {
      System.err.printf("round %d of %d%n", round, rounds);
      for (Series series : all) {
        measure(series, calls);
      }
    }
    System.out.printf(
        "%s, Java %s, %d processors, %d rounds, %d warm calls each; medians (quartiles)%n%n",
        LocalDate.now(ZoneOffset.UTC),
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        rounds,
        calls);
    System.out.println(
        "| contender | CPU ms to first reply | × by hand | wall ms | loaded classes | jars KB"
            + " | RSS MiB | warm CPU µs a call | warm p50 µs | × by hand |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|");
    for (Series own : all) {
      Series byHand = byHand(all, own.contender.isGoogle());
      System.out.printf(
          "| %s | %s | %.2f | %s | %d | %d | %.0f | %s | %s | %.2f |%n",
          own.contender.title,
          Series.text(own.cpu),
          Series.medianRatio(own.cpu, byHand.cpu),
          Series.text(own.wall),
          own.classes,
          own.contender.jarBytes() / 1024,
          Series.median(own.resident),
          Series.text(own.warmCpu),
          Series.text(own.warm),
          Series.medianRatio(own.warm, byHand.warm));
    }
  }

  private static Series byHand(List<Series> all, boolean google) {
    Contender byHand = google ? Contender.GOOGLE_BY_HAND : Contender.JACKSON_CORE;
    return all.stream().filter(series -> series.contender == byHand).findFirst().orElseThrow();
  }

  private static void measure(Series series, int calls) throws Exception {
    long start = System.nanoTime();
    try (Server server = series.contender.start("")) {
      server.call();
      series.wall.add((System.nanoTime() - start) / 1e6);
      series.cpu.add(ProcessFigures.cpuMillis(server.pid()));
      series.resident.add(ProcessFigures.residentMebibytes(server.pid()));
      for (int i = 0; i < calls; i++) {
        server.call();
      }
      List<Double> took = new ArrayList<>();
      double cpu = ProcessFigures.cpuMillis(server.pid());
      for (int i = 0; i < calls; i++) {
        long before = System.nanoTime();
        server.call();
        took.add((System.nanoTime() - before) / 1e3);
      }
      series.warmCpu.add((ProcessFigures.cpuMillis(server.pid()) - cpu) * 1000 / calls);
      series.warm.add(Series.median(took));
    }
  }

  private static int loadedClasses(Contender contender) throws Exception {
    Path log = Files.createTempFile("event-processor-classes-", ".log");
    try (Server server = contender.start("-Xlog:class+load:file=" + log)) {
      server.call();
      try (Stream<String> lines = Files.lines(log)) {
        return (int) lines.filter(line -> line.contains(" source: ")).count();
      }
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read which classes " + contender + " loads", e);
    } finally {
      Files.delete(log);
    }
  }
}
