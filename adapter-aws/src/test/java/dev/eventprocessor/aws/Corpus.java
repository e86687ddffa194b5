package dev.eventprocessor.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.fakes.aws.FakeContext;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.testing.SharedFolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Real payloads beside the checkout, and a function that takes every one of them. */
final class Corpus {

  /**
   * A payload of the collection.
   *
   * @param file its path there
   * @param trigger the trigger that its vendor sends it by
   */
  record Payload(Path root, String file, String trigger) {

    byte[] bytes() throws IOException {
      return Files.readAllBytes(root.resolve(file));
    }

    @Override
    public String toString() {
      return file;
    }
  }

  /**
   * What came of a payload.
   *
   * @param events as the application got them
   * @param answer what Lambda was answered, as a plain value
   */
  record Run(List<Event> events, @Nullable Object answer) {}

  private Corpus() {}

  /** The payloads of an index whose rows are of this cloud; skips where the folder is absent. */
  static List<Payload> payloads(String index, String cloud) throws IOException {
    Path root = SharedFolder.require("corpus");
    List<Payload> payloads = new ArrayList<>();
    for (String line : Files.readAllLines(root.resolve(index))) {
      if (Json.read(line) instanceof Map<?, ?> row && cloud.equals(row.get("cloud"))) {
        Object trigger = row.containsKey("trigger") ? row.get("trigger") : row.get("looks_like");
        payloads.add(new Payload(root, String.valueOf(row.get("file")), cloud + "." + trigger));
      }
    }
    return payloads;
  }

  /** Runs a payload through an application that answers everything alike. */
  static Run run(byte[] payload, @Nullable Object answer) throws IOException {
    return runWith(payload, event -> answer);
  }

  /** The same, told of this context. */
  static Run run(byte[] payload, @Nullable Object answer, FakeContext context) throws IOException {
    return runWith(payload, event -> answer, context);
  }

  /** Runs a payload through an application with this one processor. */
  static Run run(String json, Answering processor) throws IOException {
    return runWith(json.getBytes(StandardCharsets.UTF_8), processor);
  }

  static Run runWith(byte[] payload, Answering processor) throws IOException {
    return runWith(payload, processor, new FakeContext());
  }

  private static Run runWith(byte[] payload, Answering processor, FakeContext context)
      throws IOException {
    List<Event> events = new ArrayList<>();
    ProcessorModule module = processors -> record(processors, events, processor);
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    new LambdaEntrypoint(module) {}.handleRequest(
        new ByteArrayInputStream(payload), output, context);
    return new Run(events, Json.read(output.toByteArray()));
  }

  /** A processor of the tests. */
  interface Answering {
    @Nullable Object answer(Event event) throws Exception;
  }

  private static void record(
      EventProcessor.Builder processors, List<Event> events, Answering processor) {
    processors
        .otherwise()
        .call(
            event -> {
              assertEquals(event.asMap().size(), event.asMap().keySet().size());
              events.add(event);
              return processor.answer(event);
            });
  }
}
