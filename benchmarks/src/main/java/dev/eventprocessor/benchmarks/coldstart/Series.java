package dev.eventprocessor.benchmarks.coldstart;

import java.util.ArrayList;
import java.util.List;

/** One contender's figures in one way to start, a value a round. */
final class Series {

  /** How a process starts. */
  enum Start {
    PLAIN,
    ARCHIVE,
    AOT_CACHE,
    SNAPSHOT
  }

  final Contender contender;
  final Start start;
  final int classes;
  private final String options;
  final List<Double> cpu = new ArrayList<>();
  final List<Double> firstCall = new ArrayList<>();
  final List<Double> wall = new ArrayList<>();
  final List<Double> resident = new ArrayList<>();
  final List<Double> warmCpu = new ArrayList<>();
  final List<Double> warm = new ArrayList<>();

  Series(Contender contender, Start start, int classes, String options) {
    this.contender = contender;
    this.start = start;
    this.classes = classes;
    this.options = options;
  }

  /** Starts one process, calls it once, then often, and keeps what it took. */
  void measure(int calls) throws Exception {
    long begin = System.nanoTime();
    try (Server server =
        start == Start.SNAPSHOT ? contender.startFromSnapshot() : contender.start(options)) {
      double started = ProcessFigures.cpuMillis(server.pid());
      server.call();
      wall.add((System.nanoTime() - begin) / 1e6);
      double replied = ProcessFigures.cpuMillis(server.pid());
      cpu.add(replied);
      firstCall.add(replied - started);
      resident.add(ProcessFigures.residentMebibytes(server.pid()));
      for (int i = 0; i < calls; i++) {
        server.call();
      }
      List<Double> took = new ArrayList<>();
      double warmUp = ProcessFigures.cpuMillis(server.pid());
      for (int i = 0; i < calls; i++) {
        long before = System.nanoTime();
        server.call();
        took.add((System.nanoTime() - before) / 1e3);
      }
      warmCpu.add((ProcessFigures.cpuMillis(server.pid()) - warmUp) * 1000 / calls);
      warm.add(median(took));
    }
  }

  static double median(List<Double> values) {
    return quantile(values, 0.5);
  }

  /** The median of the ratios within each round, so that a busy moment weighs on both. */
  static double medianRatio(List<Double> values, List<Double> base) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      ratios.add(values.get(i) / base.get(i));
    }
    return median(ratios);
  }

  static String text(List<Double> values) {
    return "%.0f (%.0f–%.0f)"
        .formatted(median(values), quantile(values, 0.25), quantile(values, 0.75));
  }

  private static double quantile(List<Double> values, double part) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.round(part * (sorted.size() - 1)));
  }
}
