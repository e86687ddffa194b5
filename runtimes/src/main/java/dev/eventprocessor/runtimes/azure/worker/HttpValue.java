package dev.eventprocessor.runtimes.azure.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request or a response, as host and worker tell each other of it: one value for each header. As
 * in their own protocol it is the same message in both directions. Immutable, but for the body's
 * bytes, which nobody changes.
 */
public final class HttpValue {

  private final String head;
  private final String url;
  private final Map<String, String> headers;
  private final ValueKind bodyKind;
  private final byte[] body;

  private HttpValue(
      String head, String url, Map<String, String> headers, ValueKind bodyKind, byte[] body) {
    this.head = head;
    this.url = url;
    this.headers = headers;
    this.bodyKind = bodyKind;
    this.body = body;
  }

  /** A request. */
  public static HttpValue request(
      String method, String url, Map<String, String> headers, ValueKind bodyKind, byte[] body) {
    return new HttpValue(method, url, new LinkedHashMap<>(headers), bodyKind, body);
  }

  /** A response. */
  public static HttpValue response(
      String status, Map<String, String> headers, ValueKind bodyKind, byte[] body) {
    return new HttpValue(status, "", new LinkedHashMap<>(headers), bodyKind, body);
  }

  /** The method of a request. */
  public String method() {
    return head;
  }

  /** The status of a response. */
  public int status() {
    return Integer.parseInt(head);
  }

  /** The whole address of a request. */
  public String url() {
    return url;
  }

  public Map<String, String> headers() {
    return headers;
  }

  public ValueKind bodyKind() {
    return bodyKind;
  }

  /** The body; empty where there is none. */
  public byte[] body() {
    return body;
  }

  public void write(DataOutputStream to) throws IOException {
    Wire.writeText(to, head);
    Wire.writeText(to, url);
    Wire.writeMap(to, headers);
    Wire.writeText(to, bodyKind.name());
    Wire.writeBytes(to, body);
  }

  public static HttpValue read(DataInputStream from) throws IOException {
    return new HttpValue(
        Wire.readText(from),
        Wire.readText(from),
        Wire.readMap(from),
        ValueKind.valueOf(Wire.readText(from)),
        Wire.readBytes(from));
  }
}
