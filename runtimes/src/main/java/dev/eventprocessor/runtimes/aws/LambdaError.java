package dev.eventprocessor.runtimes.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.eventprocessor.runtimes.Payload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * An error as the runtime reports it and as the caller of a function sees it. Look here when a test
 * expects a call to fail.
 *
 * @param category what the runtime calls it, for example {@code Runtime.UserException} or {@code
 *     Runtime.BadFunctionCode}
 * @param type {@code errorType}: the outer exception's class
 * @param message {@code errorMessage}: the outer exception's message, never a cause's
 * @param stackTrace empty when the body has none
 * @param payload the JSON document itself
 */
public record LambdaError(
    String category, String type, String message, List<String> stackTrace, Payload payload) {

  private static final JsonFactory JSON = new JsonFactory();

  public LambdaError {
    stackTrace = List.copyOf(stackTrace);
  }

  /** An error that the service makes, not the runtime. */
  static LambdaError ofService(String type, String message) {
    String body = "{\"errorType\":\"" + type + "\",\"errorMessage\":\"" + message + "\"}";
    return new LambdaError(type, type, message, List.of(), Payload.of(body));
  }

  /** Reads what the runtime posts; a body that is no such document becomes the message. */
  static LambdaError read(String category, byte[] body) {
    try {
      return parse(category, body);
    } catch (IOException e) {
      Payload payload = Payload.of(body);
      return new LambdaError(category, "", payload.text(), List.of(), payload);
    }
  }

  private static LambdaError parse(String category, byte[] body) throws IOException {
    String type = "";
    String message = "";
    List<String> stackTrace = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(body)) {
      parser.nextToken();
      for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
        JsonToken value = parser.nextToken();
        if (field.equals("stackTrace") && value == JsonToken.START_ARRAY) {
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            stackTrace.add(parser.getValueAsString(""));
          }
        } else if (field.equals("errorType")) {
          type = parser.getValueAsString("");
        } else if (field.equals("errorMessage")) {
          message = parser.getValueAsString("");
        } else {
          parser.skipChildren();
        }
      }
    }
    return new LambdaError(category, type, message, stackTrace, Payload.of(body));
  }

  @Override
  public String toString() {
    return category + ": " + payload;
  }
}
