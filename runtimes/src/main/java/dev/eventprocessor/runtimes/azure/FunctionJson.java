package dev.eventprocessor.runtimes.azure;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A {@code function.json}, as Microsoft's Maven plugin writes it.
 *
 * @param name the function's name: its folder's
 * @param scriptFile the app's jar
 * @param entryPoint class and method
 * @param bindings each binding's attributes ({@code type}, {@code direction}, {@code name}, ...)
 */
public record FunctionJson(
    String name, Path scriptFile, String entryPoint, List<Map<String, String>> bindings) {

  private static final JsonFactory JSON = new JsonFactory();

  /** All functions of a packaged app, in the order of their names. */
  public static List<FunctionJson> all(Path app) {
    try (Stream<Path> folders = Files.list(app)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("function.json")))
          .sorted()
          .map(FunctionJson::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the functions in " + app, e);
    }
  }

  /** The name of the binding that calls the function. */
  public String trigger() {
    return bindings.stream()
        .filter(binding -> binding.getOrDefault("type", "").endsWith("Trigger"))
        .findFirst()
        .map(binding -> binding.getOrDefault("name", ""))
        .orElseThrow(() -> new IllegalStateException(name + " has no trigger"));
  }

  private static FunctionJson read(Path folder) {
    Map<String, String> fields = new LinkedHashMap<>();
    List<Map<String, String>> bindings = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(folder.resolve("function.json").toFile())) {
      parser.nextToken();
      for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
          fields.put(key, parser.getText());
        } else {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            bindings.add(binding(parser));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the function.json in " + folder, e);
    }
    return new FunctionJson(
        folder.getFileName().toString(),
        folder.resolve(fields.getOrDefault("scriptFile", "")).normalize(),
        fields.getOrDefault("entryPoint", ""),
        List.copyOf(bindings));
  }

  private static Map<String, String> binding(JsonParser parser) throws IOException {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      parser.nextToken();
      attributes.put(key, parser.getText());
      parser.skipChildren();
    }
    return attributes;
  }
}
