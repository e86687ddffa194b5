package dev.eventprocessor.examples.alarms.demo;

import dev.eventprocessor.runtimes.gcp.FrameworkVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The program behind {@code ./demo}. */
final class Demo {

  private static final String HELP =
      """
      Usage: ./demo [PAYLOAD-FILE...]

      Runs the example application in the runtimes of three clouds on this machine, and shows what
      arrived by which trigger, which processor ran, and what it said.

      Without files it sends an alarm, and something unexpected, through every trigger. With files:
        a Lambda event (Records, or detail-type and source)           goes to AWS Lambda
        a CloudEvent ({"headers":{"ce-type":...},"data":...}, or
          structured, with specversion), or a legacy event
          (context and data)                                          goes to Google Cloud
        an Event Grid event or a list of them, or
          {"Data":{...},"Metadata":{...}}                             goes to Azure Functions
        any other JSON is a message's content                         goes to all three
        what is no JSON                                               goes to all three, as it is

      Exit code: 0 when everything was processed, 1 when a function failed, 2 when a file cannot be
      read or an option is unknown.
      """;

  private final PrintStream out;
  private boolean failed;

  private Demo(PrintStream out) {
    this.out = out;
  }

  /** Arguments: the folder of the example's modules, then the user's own. */
  public static void main(String[] arguments) throws Exception {
    Path examples = Path.of(arguments[0]);
    List<String> rest = List.of(arguments).subList(1, arguments.length);
    if (rest.contains("--help") || rest.contains("-h")) {
      System.out.print(HELP);
      return;
    }
    List<Parcel> parcels = rest.isEmpty() ? ownParcels() : new ArrayList<>();
    for (String file : rest) {
      parcels.add(readFile(file));
    }
    System.exit(new Demo(System.out).run(examples, parcels));
  }

  private static List<Parcel> ownParcels() throws IOException {
    return List.of(
        Parcel.ofContent("alarm", resource("alarm.json")),
        Parcel.ofContent("unexpected", resource("unexpected.json")));
  }

  private static byte[] resource(String name) throws IOException {
    try (@Nullable InputStream file = Demo.class.getResourceAsStream("/payloads/" + name)) {
      if (file == null) {
        throw new IOException("The demo's own payload " + name + " is missing from its jar");
      }
      return file.readAllBytes();
    }
  }

  private static Parcel readFile(String name) {
    Path file = Path.of(name);
    if (name.startsWith("-") && !Files.exists(file)) {
      throw refuse("There is no option " + name + ".");
    }
    if (name.isEmpty() || !Files.exists(file)) {
      throw refuse("There is no file '" + name + "'.");
    }
    if (Files.isDirectory(file)) {
      throw refuse(name + " is a folder. Name the files in it: " + name + "/*.json");
    }
    try {
      return Parcel.ofFile(String.valueOf(file.getFileName()), Files.readAllBytes(file));
    } catch (IOException e) {
      throw refuse("The file " + name + " cannot be read (" + e.getClass().getSimpleName() + ").");
    }
  }

  private static RuntimeException refuse(String why) {
    System.err.println(why + " ./demo --help says what it takes.");
    System.exit(2);
    throw new IllegalStateException(why);
  }

  private int run(Path examples, List<Parcel> parcels) throws Exception {
    Map<String, String> environment = Map.of("EVENT_PROCESSOR_TRACE", "true");
    Path zip = Deployables.aws(examples);
    show(() -> AwsCloud.start(zip, environment), "AWS Lambda", parcels, Parcel::aws);
    Path jar = Deployables.google(examples);
    FrameworkVersion newest = FrameworkVersion.V2_0_0;
    show(
        () -> GoogleCloud.start(jar, newest, environment), "Google Cloud", parcels, Parcel::google);
    Path app = Deployables.azure(examples);
    show(() -> AzureCloud.start(app, environment), "Azure Functions", parcels, Parcel::azure);
    out.println();
    out.println(
        failed
            ? "A function failed. What an [id] above means, and what to do, stands in docs/ERRORS.md."
            : "One application, no line of it for a cloud. It is in examples/alarm-notifier.");
    return failed ? 1 : 0;
  }

  private void show(
      Start start, String name, List<Parcel> parcels, Function<Parcel, List<Delivery>> part)
      throws Exception {
    if (parcels.stream().allMatch(parcel -> part.apply(parcel).isEmpty())) {
      return;
    }
    out.println();
    out.println("Starting " + name + " ...");
    try (Cloud cloud = start.start()) {
      out.println(cloud.title());
      for (Parcel parcel : parcels) {
        for (Delivery delivery : part.apply(parcel)) {
          print(parcel.name(), delivery, cloud.deliver(delivery));
        }
      }
    } catch (IllegalStateException notHere) {
      failed = true;
      out.println("  " + name + "'s runtime cannot be used here: " + notHere.getMessage());
    }
  }

  private void print(String parcel, Delivery delivery, Outcome outcome) {
    StringBuilder line = new StringBuilder("  ").append(parcel).append(" by ");
    line.append(delivery.trigger());
    String dispatches = summary(outcome.dispatches());
    while (line.length() < 32 && !dispatches.isEmpty()) {
      line.append(' ');
    }
    out.println((line + " " + dispatches).stripTrailing());
    for (String said : outcome.said()) {
      out.println("      " + said);
    }
    if (outcome.failure() != null) {
      failed = true;
      out.println("      FAILED " + outcome.failure());
    }
  }

  /** Equal ones once, with their number: a batch may have many. */
  private static String summary(List<String> dispatches) {
    Map<String, Integer> counted = new LinkedHashMap<>();
    dispatches.forEach(dispatch -> counted.merge(dispatch, 1, Integer::sum));
    List<String> parts = new ArrayList<>();
    counted.forEach(
        (dispatch, times) -> parts.add(times == 1 ? dispatch : times + " x " + dispatch));
    return String.join("; ", parts);
  }

  private interface Start {
    Cloud start() throws Exception;
  }
}
