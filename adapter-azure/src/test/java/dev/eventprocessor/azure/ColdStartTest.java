package dev.eventprocessor.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Filters;
import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.Registration;
import dev.eventprocessor.fakes.azure.FakeExecutionContext;
import dev.eventprocessor.fakes.azure.FakeHttpRequestMessage;
import dev.eventprocessor.spi.Applications;
import dev.eventprocessor.testing.LoadedClasses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a fresh worker loads at the first call of a function that is written at compile time. */
class ColdStartTest {

  /** Names the module as a function app may do in its settings. */
  private static final Map<String, String> SETTINGS =
      Map.of(Applications.MODULE, Alarms.class.getName());

  /** The JDK counts for itself: 25 needs three classes more than 17 to read the environment. */
  @ParameterizedTest
  @CsvSource({"queue, 94, 18, StorageQueueSource", "http, 80, 14, HttpSource"})
  void theFirstCallLoadsFewClassesMoreThanAFunctionByHandAndOneSource(
      String trigger, int mostOfOurs, int mostOfTheJdk, String source) throws Exception {
    List<String> byHand = LoadedClasses.of(ByHand.class, "done: alarm", Map.of(), trigger);
    List<String> written = LoadedClasses.of(Written.class, "done: alarm", SETTINGS, trigger);

    List<String> more = new ArrayList<>(written);
    more.removeAll(byHand);
    more.removeIf(ColdStartTest::isTheJdksOwnLambda);
    List<String> ofTheJdk = more.stream().filter(ColdStartTest::isOfTheJdk).toList();
    List<String> ours = more.stream().filter(name -> !isOfTheJdk(name)).toList();
    assertAtMost(mostOfOurs, ours);
    assertAtMost(mostOfTheJdk, ofTheJdk);
    assertEquals(List.of(), named(more, "Lambda", "java.lang.invoke", "regex", "fasterxml"));
    assertEquals(List.of(source), sources(more));
  }

  private static void assertAtMost(int most, List<String> classes) {
    assertTrue(
        classes.size() <= most,
        () -> classes.size() + " classes where " + most + " are allowed: " + classes);
  }

  private static boolean isOfTheJdk(String name) {
    return name.startsWith("java.") || name.startsWith("jdk.") || name.startsWith("sun.");
  }

  private static List<String> sources(List<String> classes) {
    List<String> sources = new ArrayList<>();
    for (String name : classes) {
      if (name.startsWith("dev.eventprocessor.azure.") && name.endsWith("Source")) {
        sources.add(name.substring(name.lastIndexOf('.') + 1));
      }
    }
    sources.remove(AzureSource.class.getSimpleName());
    return sources;
  }

  /** Its jar files' signatures are read with some, whose names are never the same. */
  private static boolean isTheJdksOwnLambda(String name) {
    return name.contains("/0x") && !name.startsWith("dev.eventprocessor");
  }

  private static List<String> named(List<String> classes, String... parts) {
    List<String> named = new ArrayList<>();
    for (String name : classes) {
      for (String part : parts) {
        if (name.contains(part)) {
          named.add(name);
        }
      }
    }
    return named;
  }

  private static final byte[] MESSAGE =
      "{\"state\":\"ALARM\",\"name\":\"Cpu\"}".getBytes(StandardCharsets.UTF_8);

  private static FakeHttpRequestMessage request() {
    return new FakeHttpRequestMessage(
        "GET", "https://a.example/alarm", Map.of("accept", "*/*"), null);
  }

  /** The worker has its logger before the function is called. */
  private static FakeExecutionContext call() {
    FakeExecutionContext context = new FakeExecutionContext();
    context.getLogger();
    return context;
  }

  /** The function as one would write it. */
  static final class ByHand {

    public static void main(String[] args) throws IOException {
      FakeExecutionContext context = call();
      String id = context.getInvocationId();
      if (args[0].equals("http")) {
        FakeHttpRequestMessage request = request();
        HttpResponseMessage response =
            request
                .createResponseBuilder(HttpStatus.OK)
                .header("content-type", "text/plain")
                .body(request.getUri().getRawPath().equals("/alarm") ? "alarm" : id)
                .build();
        System.out.println("done: ".concat(String.valueOf(response.getBody())));
      } else {
        System.out.println("done: ".concat("ALARM".equals(read().get("state")) ? "alarm" : id));
      }
    }

    private static Map<String, String> read() throws IOException {
      Map<String, String> message = new HashMap<>();
      try (JsonParser parser = new JsonFactory().createParser(MESSAGE)) {
        parser.nextToken();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
          parser.nextToken();
          message.put(name, parser.getText());
        }
      }
      return message;
    }
  }

  /** The call that the written class makes. */
  static final class Written {

    public static void main(String[] args) {
      FakeExecutionContext context = call();
      if (args[0].equals("http")) {
        HttpResponseMessage response = FunctionsEntrypoint.answer(request(), context);
        System.out.println("done: ".concat(String.valueOf(response.getBody())));
      } else {
        FunctionsEntrypoint.run(
            Binding.storageQueue("alarms", MESSAGE)
                .metadata("Id", "1")
                .metadata("DequeueCount", "1"),
            context);
      }
    }
  }

  /** Without lambdas of its own, to count ours alone. */
  public static final class Alarms implements ProcessorModule {
    @Override
    public void register(EventProcessor.Builder processors) {
      processors.on(Filters.eq("data.state", "ALARM")).run(new Print());
      processors.on(Filters.eq("http.path", "/alarm")).call(new Answer());
    }
  }

  static final class Print implements Registration.Action {
    @Override
    public void run(Event event) {
      System.out.println("done: alarm");
    }
  }

  static final class Answer implements Registration.Answer {
    @Override
    public Object call(Event event) {
      return "alarm";
    }
  }
}
