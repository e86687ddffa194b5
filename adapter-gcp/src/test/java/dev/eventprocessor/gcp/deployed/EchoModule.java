package dev.eventprocessor.gcp.deployed;

import static dev.eventprocessor.Filters.eq;

import dev.eventprocessor.Dependency;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.Invocation;
import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.RejectException;
import dev.eventprocessor.RetryException;
import dev.eventprocessor.json.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Prints every event as a line of JSON, answers requests with themselves, and fails on demand. */
public final class EchoModule implements ProcessorModule {

  @Override
  public void register(EventProcessor.Builder processors) {
    processors.on(eq("data", "throw")).named("throw").run(event -> fail());
    processors.on(eq("data", "error")).named("error").run(EchoModule::error);
    processors.on(eq("data", "reject")).named("reject").run(EchoModule::reject);
    processors.on(eq("data", "later")).named("later").run(EchoModule::later);
    processors.otherwise().named("echo").with(Dependency.INVOCATION).call(EchoModule::echo);
  }

  private static void fail() {
    throw new IllegalStateException("thrown on purpose");
  }

  private static void error(Event event) {
    throw new AssertionError("an error on purpose");
  }

  private static void reject(Event event) {
    throw new RejectException("rejected on purpose");
  }

  private static void later(Event event) {
    throw new RetryException("later, on purpose", Duration.ofSeconds(7));
  }

  private static Map<String, Object> echo(Event event, Invocation invocation) {
    System.out.println("event " + Json.writeText(event.asMap()));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("data", event.get("data"));
    answer.put("execution", invocation.id());
    answer.put("trace", invocation.trace());
    answer.put("function", invocation.function());
    answer.put("limited", invocation.deadline() != null);
    return answer;
  }
}
