package dev.eventprocessor.benchmarks.coldstart;

import java.util.ArrayList;
import java.util.List;

/** One contender's figures, a value a round. */
final class Series {

  final Contender contender;
  final int classes;
  final List<Double> cpu = new ArrayList<>();
  final List<Double> wall = new ArrayList<>();
  final List<Double> resident = new ArrayList<>();
  final List<Double> warmCpu = new ArrayList<>();
  final List<Double> warm = new ArrayList<>();

  Series(Contender contender, int classes) {
    this.contender = contender;
    this.classes = classes;
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
