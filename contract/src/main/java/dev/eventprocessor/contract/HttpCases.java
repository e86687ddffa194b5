package dev.eventprocessor.contract;

import dev.eventprocessor.contract.HttpCase.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The table: what each platform is sent, and what has to come of it. */
final class HttpCases {

  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";

  private HttpCases() {}

  static List<HttpCase> all() {
    List<HttpCase> all = new ArrayList<>();
    addMethods(all);
    addPaths(all);
    addQueries(all);
    addHeaders(all);
    addCookies(all);
    addBodies(all);
    addAnswers(all);
    addFailures(all);
    addRoutes(all);
    addStreams(all);
    all.addAll(AgreementCases.all());
    return all;
  }

  private static void addMethods(List<HttpCase> all) {
    for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")) {
      all.add(HttpCase.of(HttpSent.of(method, "/echo/m")).status(204).event("http.method", method));
    }
    all.add(HttpCase.of(HttpSent.of("HEAD", "/echo/m")).status(204).event("http.method", "HEAD"));
    for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
      all.add(
          HttpCase.of(HttpSent.of(method, "/echo/b").body(JSON, "{\"a\":[1,null]}"))
              .event("http.method", method)
              .event("data.a[0]", 1L)
              .text("{\"a\":[1,null]}"));
    }
  }

  private static void addPaths(List<HttpCase> all) {
    String[][] paths = {
      {"/echo/", "/echo/"},
      {"/echo/a/b/c", "/echo/a/b/c"},
      {"/echo/a/", "/echo/a/"},
      {"/echo/a%20b", "/echo/a b"},
      {"/echo/a+b", "/echo/a+b"},
      {"/echo/a%2Bb", "/echo/a+b"},
      {"/echo/a%2Fb", "/echo/a%2Fb"},
      {"/echo/a%2fb", "/echo/a%2Fb"},
      {"/echo/%C3%A4", "/echo/\u00e4"},
      {"/echo/%E2%82%AC/%F0%9F%98%80", "/echo/\u20ac/\ud83d\ude00"},
      {"/echo/%61", "/echo/a"},
      {"/echo/100%25", "/echo/100%"},
      {"/echo/%2520", "/echo/%20"},
      {"/echo/a.b~c_d-e", "/echo/a.b~c_d-e"},
      {"/echo/a;v=1", "/echo/a;v=1"},
      {"/echo/a:b@c", "/echo/a:b@c"},
      {"/echo/a,b", "/echo/a,b"},
      {"/echo/%3Fa=b", "/echo/?a=b"},
      {"/echo/%23", "/echo/#"},
      {"/echo/%00", "/echo/\u0000"},
      {"/echo/a$b!", "/echo/a$b!"},
    };
    for (String[] path : paths) {
      HttpCase wanted =
          HttpCase.of(HttpSent.of("GET", path[0]))
              .status(204)
              .event("http.rawpath", path[0])
              .event("http.path", path[1])
              .event("http.query", Map.of());
      all.add(withNeed(wanted, path[0]));
    }
  }

  /** Some servers refuse what a filter could be passed by. */
  private static HttpCase withNeed(HttpCase wanted, String path) {
    if (path.contains("%2F") || path.contains("%2f")) {
      return wanted.needs(Need.ENCODED_SLASH);
    }
    if (path.contains("%25")) {
      return wanted.needs(Need.ENCODED_PERCENT);
    }
    return path.contains("%00") ? wanted.needs(Need.ENCODED_CONTROL) : wanted;
  }

  private static void addQueries(List<HttpCase> all) {
    add(all, "a=1", Map.of("a", List.of("1")));
    add(all, "a=1&b=2", Map.of("a", List.of("1"), "b", List.of("2")));
    add(all, "a=", Map.of("a", List.of("")));
    add(all, "a", Map.of("a", List.of("")));
    add(all, "a=x+y", Map.of("a", List.of("x y")));
    add(all, "a=x%20y", Map.of("a", List.of("x y")));
    add(all, "a=x%2By", Map.of("a", List.of("x+y")));
    add(all, "a=%2520", Map.of("a", List.of("%20")));
    add(all, "a=1%2C2", Map.of("a", List.of("1,2")));
    add(all, "a=1,2", Map.of("a", List.of("1,2")));
    add(all, "a=%26%3D", Map.of("a", List.of("&=")));
    add(all, "a=b=c", Map.of("a", List.of("b=c")));
    add(all, "a%20b=1", Map.of("a b", List.of("1")));
    add(all, "a%5B%5D=1", Map.of("a[]", List.of("1")));
    add(all, "%C3%A4=%E2%82%AC", Map.of("\u00e4", List.of("\u20ac")));
    add(all, "a.b=1", Map.of("a.b", List.of("1")));
    add(all, "A=1&a=2", Map.of("A", List.of("1"), "a", List.of("2")));
    add(all, "a=/x?y", Map.of("a", List.of("/x?y")));
    add(all, "a=%F0%9F%98%80", Map.of("a", List.of("\ud83d\ude00")));
    add(all, "a=1&&b=2", Map.of("a", List.of("1"), "b", List.of("2")));
    addRepeated(all, "a=1&a=2", Map.of("a", List.of("1", "2")));
    addRepeated(all, "a=2&b=x&a=1", Map.of("a", List.of("2", "1"), "b", List.of("x")));
    addRepeated(all, "a=&a=", Map.of("a", List.of("", "")));
    addRepeated(all, "a=1%2C2&a=3", Map.of("a", List.of("1,2", "3")));
    addRepeated(all, "a=1&a=1&a=1", Map.of("a", List.of("1", "1", "1")));
  }

  private static void add(List<HttpCase> all, String query, Map<String, List<String>> parameters) {
    all.add(
        HttpCase.of(HttpSent.of("GET", "/echo/q?" + query))
            .status(204)
            .event("http.path", "/echo/q")
            .event("http.query", parameters));
  }

  private static void addRepeated(
      List<HttpCase> all, String query, Map<String, List<String>> parameters) {
    add(all, query, parameters);
    all.add(all.remove(all.size() - 1).needs(Need.REPEATED_QUERY));
  }

  private static void addHeaders(List<HttpCase> all) {
    String[][] headers = {
      {"X-Order", "7"},
      {"x-lower", "a"},
      {"X-Spaces", "a b  c"},
      {"X-Comma", "a,b"},
      {"X-Quoted", "\"a;b\""},
      {"X-Equals", "a=b"},
      {"Authorization", "Bearer a.b.c"},
      {"If-None-Match", "\"1\""},
      {"If-Modified-Since", "Wed, 21 Oct 2015 07:28:00 GMT"},
      {"Range", "bytes=0-99"},
      {"Accept", "text/html, application/json;q=0.9"},
      {"Accept-Language", "de-CH"},
      {"User-Agent", "curl/8.0 (x; y)"},
      {"Referer", "https://a.example/?q=1"},
      {"traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"},
    };
    for (String[] header : headers) {
      all.add(
          HttpCase.of(HttpSent.of("GET", "/echo/h").header(header[0], header[1]))
              .status(204)
              .event(
                  "http.headers." + header[0].toLowerCase(java.util.Locale.ROOT),
                  List.of(header[1])));
    }
    all.add(
        HttpCase.of(HttpSent.of("GET", "/echo/h").header("X-Many", "1").header("x-many", "2"))
            .status(204)
            .event("http.headers.x-many", List.of("1", "2")));
    all.add(
        HttpCase.of(
                HttpSent.of("GET", "/echo/h").header("X-Forwarded-For", "198.51.100.9, 192.0.2.3"))
            .status(204)
            .event("http.remoteip", "192.0.2.3"));
  }

  private static void addCookies(List<HttpCase> all) {
    addCookie(all, "a=1", Map.of("a", "1"));
    addCookie(all, "a=1; b=2", Map.of("a", "1", "b", "2"));
    addCookie(all, "a=1;b=2", Map.of("a", "1", "b", "2"));
    addCookie(all, "a=b=c", Map.of("a", "b=c"));
    addCookie(all, "a=", Map.of("a", ""));
    addCookie(all, "a=x%20y", Map.of("a", "x%20y"));
    addCookie(all, "a=1; a=2", Map.of("a", "1"));
    addCookie(all, "a=\"q\"", Map.of("a", "\"q\""));
    all.add(HttpCase.of(HttpSent.of("GET", "/echo/c")).status(204).event("http.cookies", Map.of()));
  }

  private static void addCookie(List<HttpCase> all, String header, Map<String, String> cookies) {
    all.add(
        HttpCase.of(HttpSent.of("GET", "/echo/c").header("Cookie", header))
            .status(204)
            .event("http.cookies", cookies));
  }

  private static void addBodies(List<HttpCase> all) {
    addBody(all, JSON, "{\"a\":1}", Map.of("a", 1L));
    addBody(all, JSON, "[1,\"\u20ac\"]", List.of(1L, "\u20ac"));
    addBody(all, JSON, "\"x\"", "x");
    addBody(all, JSON + "; charset=utf-8", "{\"\u00e4\":true}", Map.of("\u00e4", true));
    addBody(all, "application/vnd.a+json", "{}", Map.of());
    addBody(all, JSON, "{", "{");
    addBody(all, "text/plain", "h\u00e4 \u20ac", "h\u00e4 \u20ac");
    addBody(all, "text/plain", "{\"a\":1}", "{\"a\":1}");
    addBody(all, "text/csv", "a,b\r\n1,2\r\n", "a,b\r\n1,2\r\n");
    addBody(all, "text/plain", "x".repeat(100_000), "x".repeat(100_000));
    byte[] every = new byte[256];
    for (int i = 0; i < every.length; i++) {
      every[i] = (byte) i;
    }
    for (String type : List.of("application/octet-stream", "image/png", "application/x-protobuf")) {
      all.add(
          HttpCase.of(HttpSent.of("POST", "/echo/b").body(type, every))
              .needs(Need.BINARY_BODY)
              .event("datacontenttype", type)
              .header("content-type", "application/octet-stream")
              .body(every));
    }
    all.add(HttpCase.of(HttpSent.of("POST", "/echo/b").body(JSON, "")).status(204));
  }

  private static void addBody(List<HttpCase> all, String type, String body, Object data) {
    all.add(
        HttpCase.of(HttpSent.of("POST", "/echo/b").body(type, body))
            .event("data", data)
            .event("datacontenttype", type));
  }

  private static void addAnswers(List<HttpCase> all) {
    all.add(get("/map").header("content-type", JSON).text("{\"id\":1}"));
    all.add(get("/list").header("content-type", JSON).text("[1,\"x\"]"));
    all.add(get("/number").header("content-type", JSON).text("5"));
    all.add(
        get("/text").header("content-type", "text/plain; charset=utf-8").text("h\u00e4 \u20ac"));
    all.add(get("/empty-text").text(""));
    all.add(
        get("/bytes")
            .header("content-type", "application/octet-stream")
            .body((byte) 0, (byte) 0xff, (byte) 13, (byte) 10));
    all.add(get("/nothing").status(204).text(""));
    all.add(get("/created").status(201).header("location", "/orders/7").text(""));
    all.add(get("/redirect").status(302).header("location", "https://a.example/?q=1"));
    all.add(get("/not-modified").status(304).header("etag", "\"1\"").text(""));
    all.add(get("/teapot").status(418).text("short and stout"));
    all.add(get("/html").header("content-type", "text/html; charset=utf-8").text("<p>\u00e4</p>"));
    all.add(get("/png").header("content-type", "image/png").body((byte) 0x89, (byte) 'P'));
    all.add(get("/headers").header("x-one", "1").header("x-two", "a, b"));
    all.add(get("/cookie").cookies("a=1; Path=/; HttpOnly").text("x"));
    all.add(get("/cookies").needs(Need.SEVERAL_COOKIES).cookies("a=1", "b=2; Secure"));
    all.add(get("/large").text("x".repeat(1_000_000)));
    for (String[] head : new String[][] {{"/map", "8"}, {"/text", "7"}, {"/large", "1000000"}}) {
      all.add(HttpCase.of(HttpSent.of("HEAD", head[0])).header("content-length", head[1]).text(""));
    }
  }

  private static void addStreams(List<HttpCase> all) {
    all.add(
        get("/stream").header("content-type", "text/csv").text("0,\u20ac\n1,\u20ac\n2,\u20ac\n"));
    all.add(
        get("/stream-bytes")
            .header("content-type", "application/octet-stream")
            .body((byte) 0, (byte) -1));
    all.add(get("/stream-nothing").text(""));
    all.add(problem(get("/stream-fails"), 500, "Internal Server Error"));
    all.add(problem(get("/stream-rejects"), 422, "Unprocessable Content"));
    all.add(
        problem(get("/stream-breaks"), 500, "Internal Server Error").needs(Need.COLLECTED_BODY));
    for (String path : List.of("/stream", "/stream-fails")) {
      all.add(HttpCase.of(HttpSent.of("HEAD", path)).header("content-type", "text/csv").text(""));
    }
  }

  private static void addFailures(List<HttpCase> all) {
    all.add(problem(get("/fails"), 500, "Internal Server Error"));
    all.add(problem(get("/no-json"), 500, "Internal Server Error"));
    all.add(problem(get("/rejects"), 422, "Unprocessable Content"));
    all.add(problem(get("/later"), 503, "Service Unavailable").header("retry-after", "7"));
    all.add(problem(get("/sometime"), 503, "Service Unavailable"));
    all.add(problem(get("/declared"), 501, "Not Implemented"));
    all.add(problem(get("/missing"), 404, "Not Found"));
    all.add(problem(get("/users/7/x"), 404, "Not Found"));
    all.add(problem(get("/orders"), 405, "Method Not Allowed").header("allow", "POST"));
    all.add(
        problem(HttpCase.of(HttpSent.of("PUT", "/users/7")), 405, "Method Not Allowed")
            .header("allow", "GET, HEAD, DELETE"));
    all.add(
        HttpCase.of(HttpSent.of("OPTIONS", "/users/7"))
            .status(204)
            .header("allow", "GET, HEAD, DELETE"));
    all.add(order(JSON, "{").status(400).header("content-type", PROBLEM));
    all.add(order(JSON, "{}").status(400).header("content-type", PROBLEM));
    all.add(order("text/plain", "id=1").status(415).header("content-type", PROBLEM));
    all.add(order(JSON, "{\"id\":\"7\"}").text("7"));
  }

  static HttpCase order(String type, String body) {
    return HttpCase.of(HttpSent.of("POST", "/orders").body(type, body));
  }

  private static void addRoutes(List<HttpCase> all) {
    all.add(get("/users/7").text("{\"id\":\"7\"}"));
    all.add(get("/users/me").text("me"));
    all.add(get("/users/a%2Fb%20c").needs(Need.ENCODED_SLASH).text("{\"id\":\"a/b c\"}"));
    all.add(get("/users/%E2%82%AC?q=1").text("{\"id\":\"\u20ac\"}"));
    all.add(get("/users/a+b").text("{\"id\":\"a+b\"}"));
    all.add(get("/files/a/b").text("{\"path\":\"a/b\"}"));
    all.add(get("/files/").text("{\"path\":\"\"}"));
    all.add(HttpCase.of(HttpSent.of("DELETE", "/users/7")).status(204));
    all.add(HttpCase.of(HttpSent.of("HEAD", "/users/7")).header("content-length", "10").text(""));
  }

  static HttpCase get(String target) {
    return HttpCase.of(HttpSent.of("GET", target));
  }

  static HttpCase problem(HttpCase request, int status, String title) {
    return request
        .status(status)
        .header("content-type", PROBLEM)
        .text("{\"type\":\"about:blank\",\"title\":\"" + title + "\",\"status\":" + status + "}");
  }
}
