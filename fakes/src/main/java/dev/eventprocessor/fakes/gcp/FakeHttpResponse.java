package dev.eventprocessor.fakes.gcp;

import com.google.cloud.functions.HttpResponse;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the Functions Framework is told to answer; 200 where nobody set a status. Not thread-safe.
 */
public class FakeHttpResponse implements HttpResponse {

  private final Map<String, List<String>> headers = new LinkedHashMap<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int status = 200;

  /** The last status that was set. */
  public final int status() {
    return status;
  }

  /** All that was written. */
  public final byte[] body() {
    return body.toByteArray();
  }

  /** All that was written, read as UTF-8. */
  public final String text() {
    return body.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void setStatusCode(int code) {
    status = code;
  }

  @Override
  public void setStatusCode(int code, String message) {
    status = code;
  }

  @Override
  public void setContentType(String contentType) {
    headers.put("Content-Type", new ArrayList<>(List.of(contentType)));
  }

  @Override
  public Optional<String> getContentType() {
    return Optional.ofNullable(headers.get("Content-Type")).map(values -> values.get(0));
  }

  @Override
  public void appendHeader(String header, String value) {
    headers.computeIfAbsent(header, first -> new ArrayList<>(1)).add(value);
  }

  @Override
  public Map<String, List<String>> getHeaders() {
    return headers;
  }

  @Override
  public OutputStream getOutputStream() {
    return body;
  }

  @Override
  public BufferedWriter getWriter() {
    return new BufferedWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return status + " " + text();
  }
}
