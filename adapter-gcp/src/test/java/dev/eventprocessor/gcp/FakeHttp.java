package dev.eventprocessor.gcp;

import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import dev.eventprocessor.contract.HttpSent;
import dev.eventprocessor.event.HttpText;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request as the framework hands it over, and what it was answered. */
final class FakeHttp implements HttpRequest {

  final Answer answer = new Answer();

  private final Map<String, List<String>> headers = new LinkedHashMap<>();
  private byte[] body = {};
  private String method = "POST";
  private @Nullable String query;
  private String rawPath = "/push";

  /** Any request; names of headers may repeat. */
  static FakeHttp of(HttpSent sent) {
    FakeHttp request = new FakeHttp();
    request.method = sent.method();
    request.rawPath = sent.path();
    request.query = sent.query();
    request.body = sent.body();
    request.headers.putAll(sent.headerLists());
    return request;
  }

  static FakeHttp post(String body) {
    return post(body.getBytes(StandardCharsets.UTF_8));
  }

  static FakeHttp post(byte[] body) {
    FakeHttp request = new FakeHttp();
    request.body = body;
    return request;
  }

  static FakeHttp get(String query) {
    FakeHttp request = new FakeHttp();
    request.method = "GET";
    request.query = query;
    return request;
  }

  FakeHttp header(String name, String value) {
    headers.put(name, List.of(value));
    return this;
  }

  FakeHttp headers(Map<?, ?> all) {
    all.forEach((name, value) -> header((String) name, (String) value));
    return this;
  }

  FakeHttp method(String other) {
    method = other;
    return this;
  }

  FakeHttp target(String target) {
    HttpSent sent = HttpSent.of(method, target);
    rawPath = sent.path();
    query = sent.query();
    return this;
  }

  Map<String, List<String>> given() {
    return headers;
  }

  byte[] bytes() {
    return body;
  }

  @Override
  public String getMethod() {
    return method;
  }

  @Override
  public String getUri() {
    return "http://localhost" + rawPath + (query == null ? "" : "?" + query);
  }

  @Override
  public String getPath() {
    return HttpText.decodePath(rawPath);
  }

  @Override
  public Optional<String> getQuery() {
    return Optional.ofNullable(query);
  }

  @Override
  public Map<String, List<String>> getQueryParameters() {
    if (query == null) {
      return Map.of();
    }
    int sign = query.indexOf('=');
    return Map.of(query.substring(0, sign), List.of(query.substring(sign + 1)));
  }

  @Override
  public Map<String, HttpPart> getParts() {
    return Map.of();
  }

  @Override
  public Optional<String> getContentType() {
    return getFirstHeader("Content-Type");
  }

  @Override
  public long getContentLength() {
    return body.length;
  }

  @Override
  public Optional<String> getCharacterEncoding() {
    return Optional.empty();
  }

  @Override
  public InputStream getInputStream() {
    return new ByteArrayInputStream(body);
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  @Override
  public Map<String, List<String>> getHeaders() {
    return headers;
  }

  /** What was answered; 200 where nobody set a status, as the framework has it. */
  static class Answer implements HttpResponse {

    int status = 200;
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    String text() {
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
      headers.put("Content-Type", List.of(contentType));
    }

    @Override
    public Optional<String> getContentType() {
      return Optional.ofNullable(headers.get("Content-Type")).map(values -> values.get(0));
    }

    @Override
    public void appendHeader(String header, String value) {
      headers.computeIfAbsent(header, none -> new ArrayList<>()).add(value);
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
  }
}
