package dev.eventprocessor.cli;

import dev.eventprocessor.fakes.gcp.FakeHttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A request that is written out in a file. Stateless. */
final class HttpMessage {

  private static final String[] METHODS = {
    "GET ", "POST ", "PUT ", "DELETE ", "PATCH ", "HEAD ", "OPTIONS "
  };

  private HttpMessage() {}

  /** Whether the text begins as a request does ("HTTP/1.1", RFC 9112). */
  static boolean isOne(byte[] text) {
    for (String begin : METHODS) {
      if (startsWith(text, begin)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] text, String begin) {
    for (int i = 0; i < begin.length(); i++) {
      if (i >= text.length || text[i] != begin.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads a request as it goes over the wire; lines may also end without a carriage return.
   *
   * @throws InputException when its first line or a header is none
   */
  static FakeHttpRequest read(byte[] text) {
    int[] at = {0};
    String[] first = line(text, at).split(" ", -1);
    if (first.length < 2 || first[1].isEmpty()) {
      throw new InputException(
          "The file begins as an HTTP request does, but its first line is none. Write it as"
              + " \"POST /path HTTP/1.1\".");
    }
    List<String> lines = new ArrayList<>();
    for (String line = line(text, at); !line.isEmpty(); line = line(text, at)) {
      lines.add(line);
    }
    FakeHttpRequest request =
        new FakeHttpRequest(first[0], first[1], Arrays.copyOfRange(text, at[0], text.length));
    for (int i = 0; i < lines.size(); i++) {
      addHeader(request, lines.get(i), i + 2);
    }
    return request;
  }

  private static void addHeader(FakeHttpRequest request, String line, int number) {
    int colon = line.indexOf(':');
    if (colon < 1) {
      throw new InputException(
          "Line "
              + number
              + " of the HTTP request is no header. Write \"Name: value\", and an empty line before"
              + " the body.");
    }
    request.header(line.substring(0, colon).trim(), line.substring(colon + 1).trim());
  }

  private static String line(byte[] text, int[] at) {
    int end = at[0];
    while (end < text.length && text[end] != '\n') {
      end++;
    }
    String line = new String(text, at[0], end - at[0], StandardCharsets.ISO_8859_1);
    at[0] = Math.min(end + 1, text.length);
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}
