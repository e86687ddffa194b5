package dev.eventprocessor.benchmarks;

import dev.eventprocessor.Filter;
import dev.eventprocessor.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Many registrations that share more or less with one another. Half of the events match one. */
public enum Shapes {
  /** Three conditions, one of which names the rule alone. */
  SELECTIVE,
  /** Three conditions, each of which narrows the one before: region, service, resource. */
  HIERARCHICAL,
  /** All have the condition in common that sorts first and is met most often. */
  SHARED,
  /** One text with stars on both sides; the peer takes minutes to learn them. */
  WILDCARDS,
  /**
   * Paths that begin with one another, thirty in a row; the peer takes minutes to learn them, too.
   */
  PREFIXES;

  /** The filter of a rule. */
  Filter filter(int rule) {
    return switch (this) {
      case SELECTIVE ->
          Filters.eq("source", source(rule))
              .and(Filters.eq("detail.state", state(rule)))
              .and(Filters.eq("detail.id", "id-" + rule));
      case HIERARCHICAL ->
          Filters.eq("region", "region-" + rule % 20)
              .and(Filters.eq("service", "service-" + rule % 500))
              .and(Filters.eq("resource", "resource-" + rule));
      case SHARED ->
          Filters.eq("account", "123456789012")
              .and(Filters.eq("bucket", "bucket-" + rule % 100))
              .and(Filters.eq("key", "key-" + rule));
      case WILDCARDS -> Filters.wildcard("key", "*-" + word(rule) + "-*");
      case PREFIXES -> Filters.prefix("key", path(rule));
    };
  }

  /** The same as an EventBridge pattern. */
  String pattern(int rule) {
    return Filters.toEventPattern(filter(rule));
  }

  /** An event that the rule accepts, for an even one. */
  String event(int rule) {
    String none = rule % 2 == 0 ? "" : "-none";
    return switch (this) {
      case SELECTIVE ->
          """
          {"source": "%s", "detail": {"state": "%s", "id": "id-%d%s"}, "other": [1, 2, 3]}
          """
              .formatted(source(rule), state(rule), rule, none);
      case HIERARCHICAL ->
          """
          {"region": "region-%d", "service": "service-%d", "resource": "resource-%d%s", "other": 1}
          """
              .formatted(rule % 20, rule % 500, rule, none);
      case SHARED ->
          """
          {"account": "123456789012", "bucket": "bucket-%d", "key": "key-%d%s", "other": 1}
          """
              .formatted(rule % 100, rule, none);
      case WILDCARDS -> "{\"key\": \"data%s-%s-2026\"}".formatted(none, word(rule));
      case PREFIXES -> "{\"key\": \"%sfile\"}".formatted(path(rule).replace("row", "row" + none));
    };
  }

  /** Whether the peer takes part. */
  boolean isLearntByPeer() {
    return this != WILDCARDS && this != PREFIXES;
  }

  /** Rules and events of this many registrations. */
  Engines engines(int registrations) {
    List<Filter> filters = new ArrayList<>(registrations);
    List<String> patterns = new ArrayList<>(registrations);
    boolean own = !isLearntByPeer();
    for (int i = 0; i < registrations; i++) {
      filters.add(filter(i));
      if (!own) {
        patterns.add(pattern(i));
      }
    }
    List<String> events = new ArrayList<>();
    for (int i = 0; i < 512; i++) {
      events.add(event((int) ((long) i * registrations / 512)));
    }
    return new Engines(
        filters, patterns, events, own ? Engines.Contenders.OWN : Engines.Contenders.ALL);
  }

  /** Thirty rules a row, of one to thirty steps. */
  private static String path(int rule) {
    StringBuilder path = new StringBuilder("archive/2026/");
    path.append("row-").append(rule / 30).append('/');
    for (int i = 0; i < rule % 30 * 7 % 30; i++) {
      path.append("step-").append(i).append('/');
    }
    return path.toString();
  }

  private static String word(int rule) {
    return Integer.toString(rule * 7919 + 1_000_000, 36).toLowerCase(Locale.ROOT);
  }

  private static String source(int rule) {
    return "source-" + rule % 50;
  }

  private static String state(int rule) {
    return "state-" + rule % 4;
  }
}
