package dev.eventprocessor.gcp;

import dev.eventprocessor.fakes.gcp.FakeHttpRequest;
import dev.eventprocessor.json.Json;
import dev.eventprocessor.testing.SharedFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The collected payloads of Google Cloud, and of CloudEvents, as the requests that they were. */
final class Corpus {

  private Corpus() {}

  /** A collected payload. */
  record Sample(String file, String trigger, String form, List<?> tags, Object payload) {

    /** The request in which it came. */
    FakeHttpRequest request() {
      Map<?, ?> map = (Map<?, ?>) payload;
      return switch (form) {
        case "cloudevent-structured" ->
            FakeHttpRequest.post(Json.write(payload))
                .header("Content-Type", "application/cloudevents+json; charset=utf-8");
        case "cloudevent-binary", "http-push" ->
            withHeaders(FakeHttpRequest.post(body(map)), map.get("headers"));
        case "http-request" ->
            withHeaders(
                new FakeHttpRequest(
                    (String) map.get("method"),
                    (String) map.get("url"),
                    map.get("body") instanceof String text
                        ? text.getBytes(StandardCharsets.UTF_8)
                        : new byte[0]),
                map.get("headers"));
        default ->
            FakeHttpRequest.post(Json.write(payload)).header("Content-Type", "application/json");
      };
    }

    private static FakeHttpRequest withHeaders(FakeHttpRequest request, Object headers) {
      ((Map<?, ?>) headers)
          .forEach(
              (name, value) ->
                  request.header((String) name, Objects.requireNonNull((String) value)));
      return request;
    }

    private static byte[] body(Map<?, ?> map) {
      return map.get("data_base64") instanceof String base64
          ? Base64.getDecoder().decode(base64)
          : Json.write(map.get("data"));
    }

    @Override
    public String toString() {
      return file;
    }
  }

  /** A payload, and what Google's own frameworks make of it. */
  record Pair(Sample input, Object expected, boolean toCloudEvent) {
    @Override
    public String toString() {
      return input.file;
    }
  }

  static List<Sample> samples() throws IOException {
    Path corpus = SharedFolder.require("corpus");
    List<Sample> samples = new ArrayList<>();
    for (Map<?, ?> line : lines(corpus, "index.jsonl")) {
      if (line.get("cloud").equals("gcp") || line.get("cloud").equals("any")) {
        samples.add(sample(corpus, line));
      }
    }
    return samples;
  }

  static List<Pair> pairs() throws IOException {
    Path corpus = SharedFolder.require("corpus");
    List<Pair> pairs = new ArrayList<>();
    for (Map<?, ?> line : lines(corpus, "index-expected.jsonl")) {
      String file = (String) line.get("input");
      if (file.startsWith("gcp/")) {
        Sample input =
            samples().stream().filter(one -> one.file.equals(file)).findFirst().orElseThrow();
        pairs.add(
            new Pair(
                input,
                read(corpus, (String) line.get("expected")),
                "cloudevent".equals(line.get("converts_to"))));
      }
    }
    return pairs;
  }

  private static Sample sample(Path corpus, Map<?, ?> line) throws IOException {
    String file = (String) line.get("file");
    return new Sample(
        file,
        (String) line.get("trigger"),
        (String) line.get("form"),
        (List<?>) line.get("tags"),
        read(corpus, file));
  }

  private static Object read(Path corpus, String file) throws IOException {
    return Json.read(Files.readAllBytes(corpus.resolve(file)));
  }

  private static List<Map<?, ?>> lines(Path corpus, String index) throws IOException {
    List<Map<?, ?>> lines = new ArrayList<>();
    for (String line : Files.readAllLines(corpus.resolve(index), StandardCharsets.UTF_8)) {
      lines.add((Map<?, ?>) Json.read(line));
    }
    return lines;
  }
}
