package dev.eventprocessor.benchmarks.coldstart;

import dev.eventprocessor.benchmarks.Heading;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * Where a start goes, this library's and that of the leanest handler by hand in Lambda's runtime:
 * the classes by origin, and a time line. The log knows of classes only: its last line stands in
 * for the reply. Logging the classes takes time itself: {@link ColdStart} tells what a start costs.
 * Run it from the checkout's root:
 *
 * <pre>
 * mvn -B -DskipTests package
 * java -cp benchmarks/target/benchmarks.jar dev.eventprocessor.benchmarks.coldstart.StartupProfile [ROUNDS]
 * </pre>
 */
public final class StartupProfile {

  private static final int ROUNDS = 11;

  private static final String CLIENT = "aws-lambda-java-runtime-interface-client";

  /** The client makes one when an event has arrived. */
  private static final String CONTEXT =
      "com.amazonaws.services.lambda.runtime.api.client.api.LambdaContext";

  private static final List<Contender> CONTENDERS =
      List.of(Contender.JACKSON_CORE, Contender.EVENT_PROCESSOR);

  private StartupProfile() {}

  /** Prints the tables. */
  public static void main(String[] args) throws Exception {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
    Map<Contender, List<ClassLog>> logs = new LinkedHashMap<>();
    for (int round = 1; round <= rounds; round++) {
      System.err.printf("round %d of %d%n", round, rounds);
      for (Contender contender : CONTENDERS) {
        logs.computeIfAbsent(contender, key -> new ArrayList<>())
            .add(ClassLog.ofFirstReply(contender));
      }
    }
    Heading.print("%d rounds; least to most, where rounds differ".formatted(rounds));
    printOrigins(logs);
    Heading.print("%d rounds; medians (quartiles)".formatted(rounds));
    printHeader("ms since the JVM has begun");
    printMillis("the runtime's client begins", logs, log -> first(log, CLIENT));
    printMillis("the handler is loaded", logs, StartupProfile::handler);
    printMillis("the first event has arrived", logs, StartupProfile::event);
    printMillis("the last class before the reply is loaded", logs, StartupProfile::end);
  }

  private static void printOrigins(Map<Contender, List<ClassLog>> logs) {
    Set<String> origins = new TreeSet<>();
    logs.values().forEach(own -> own.forEach(log -> origins.addAll(log.countByOrigin().keySet())));
    printHeader("classes from");
    for (String origin : origins) {
      StringBuilder row = new StringBuilder("| ").append(origin);
      for (List<ClassLog> own : logs.values()) {
        row.append(" | ").append(count(own, origin));
      }
      System.out.println(row.append(" |"));
    }
  }

  /** As all rounds have it, or the least and the most. */
  private static String count(List<ClassLog> rounds, String origin) {
    IntSummaryStatistics counts =
        rounds.stream()
            .mapToInt(log -> log.countByOrigin().getOrDefault(origin, 0))
            .summaryStatistics();
    return counts.getMin() == counts.getMax()
        ? Integer.toString(counts.getMin())
        : counts.getMin() + "–" + counts.getMax();
  }

  private static void printHeader(String what) {
    StringBuilder row = new StringBuilder("| ").append(what);
    CONTENDERS.forEach(contender -> row.append(" | ").append(contender.title));
    System.out.println(row.append(" |"));
    System.out.println("|---" + "|---".repeat(CONTENDERS.size()) + "|");
  }

  private static void printMillis(
      String what, Map<Contender, List<ClassLog>> logs, ToDoubleFunction<ClassLog> moment) {
    StringBuilder row = new StringBuilder("| ").append(what);
    for (List<ClassLog> own : logs.values()) {
      row.append(" | ").append(Series.text(own.stream().mapToDouble(moment).boxed().toList()));
    }
    System.out.println(row.append(" |"));
  }

  private static double first(ClassLog log, String origin) {
    return log.firstMillis(load -> load.origin().equals(origin)).orElseThrow();
  }

  private static double handler(ClassLog log) {
    return log.firstMillis(
            load -> load.name().startsWith("dev.eventprocessor.") && !load.name().contains("$"))
        .orElseThrow();
  }

  private static double event(ClassLog log) {
    return log.firstMillis(load -> load.name().equals(CONTEXT)).orElseThrow();
  }

  private static double end(ClassLog log) {
    return log.loads().get(log.loads().size() - 1).millis();
  }
}
