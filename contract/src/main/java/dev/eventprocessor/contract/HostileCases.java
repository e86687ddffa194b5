package dev.eventprocessor.contract;

import dev.eventprocessor.contract.HttpCase.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What only a client sends that is broken or means harm: it has the same meaning everywhere, or the
 * platform refuses it, and is always answered.
 */
final class HostileCases {

  private static final String JSON = "application/json";
  private static final String REPLACED = "\ufffd";

  private HostileCases() {}

  static List<HttpCase> all() {
    List<HttpCase> all = new ArrayList<>();
    addPaths(all);
    addParameters(all);
    addQueries(all);
    addMethods(all);
    addHeaders(all);
    addCookies(all);
    addTypes(all);
    addJson(all);
    return all;
  }

  /** Nothing in a path leads out of the route that it was sent to. */
  private static void addPaths(List<HttpCase> all) {
    all.add(path("/echo/%C3", "/echo/" + REPLACED));
    all.add(path("/echo/%C0%AE%C0%AE", "/echo/" + REPLACED.repeat(4)));
    all.add(path("/echo/%ED%A0%80", "/echo/" + REPLACED));
    all.add(path("/echo/../users/7", "/echo/../users/7"));
    all.add(path("/echo/%2e%2e/users/7", "/echo/../users/7"));
    all.add(path("/echo/%2e%2e%2fusers", "/echo/..%2Fusers"));
    all.add(path("/echo//a", "/echo//a"));
    all.add(path("/echo/\u00e4", "/echo/\u00e4"));
    all.add(path("/echo/" + "a/".repeat(100_000), "/echo/" + "a/".repeat(100_000)));
    all.add(path("/echo/" + "%61".repeat(100_000), "/echo/" + "a".repeat(100_000)));
    for (String broken :
        List.of("%zz", "%", "%4", "a b", "a\"b<c>", "a\\b", "{id}", "a|b", "a^b", "`")) {
      all.add(path("/echo/" + broken, "/echo/" + broken).needs(Need.BROKEN_TARGET));
    }
    for (String none : List.of("//echo/a", "/users", "/users/", "/", "/ECHO/a", "/echo")) {
      all.add(HttpCases.problem(HttpCases.get(none), 404, "Not Found"));
    }
  }

  private static HttpCase path(String raw, String decoded) {
    return HttpCases.get(raw).status(204).event("http.rawpath", raw).event("http.path", decoded);
  }

  private static void addParameters(List<HttpCase> all) {
    all.add(HttpCases.get("/users/%2F").text("{\"id\":\"/\"}"));
    all.add(HttpCases.get("/users/%2e%2e%2fadmin").text("{\"id\":\"../admin\"}"));
    all.add(HttpCases.get("/users/a%00b").text("{\"id\":\"a\\u0000b\"}"));
    all.add(HttpCases.get("/users/%252F").text("{\"id\":\"%2F\"}"));
    all.add(HttpCases.get("/users/%22%7D").text("{\"id\":\"\\\"}\"}"));
    all.add(HttpCases.get("/files/..%2f../x").text("{\"path\":\"../../x\"}"));
  }

  private static void addQueries(List<HttpCase> all) {
    all.add(query("a=%00", Map.of("a", List.of("\u0000"))));
    all.add(query("=x", Map.of("", List.of("x"))));
    all.add(query("&&&", Map.of()));
    all.add(query("a=1;b=2", Map.of("a", List.of("1;b=2"))));
    all.add(query("a=%C0%AF", Map.of("a", List.of(REPLACED.repeat(2)))));
    all.add(query("__proto__=1", Map.of("__proto__", List.of("1"))));
    all.add(query("a=" + "x".repeat(100_000), Map.of("a", List.of("x".repeat(100_000)))));
    all.add(query("a=%zz", Map.of("a", List.of("%zz"))).needs(Need.BROKEN_TARGET));
    all.add(query("a=<b>", Map.of("a", List.of("<b>"))).needs(Need.BROKEN_TARGET));
  }

  private static HttpCase query(String query, Map<String, List<String>> parameters) {
    return HttpCases.get("/echo/q?" + query).status(204).event("http.query", parameters);
  }

  private static void addMethods(List<HttpCase> all) {
    for (String method : List.of("PROPFIND", "X")) {
      all.add(
          HttpCases.problem(HttpCase.of(HttpSent.of(method, "/users/7")), 405, "Method Not Allowed")
              .header("allow", "GET, HEAD, DELETE")
              .needs(Need.UNKNOWN_METHOD));
    }
    all.add(
        HttpCases.problem(HttpCase.of(HttpSent.of("get", "/users/7")), 405, "Method Not Allowed")
            .needs(Need.CASE_OF_METHOD));
    all.add(
        HttpCase.of(HttpSent.of("POST", "/users/7").header("X-HTTP-Method-Override", "DELETE"))
            .status(405));
    all.add(HttpCase.of(HttpSent.of("TRACE", "/users/7")).status(405));
    all.add(HttpCase.of(HttpSent.of("CONNECT", "/users/7")).status(405));
  }

  private static void addHeaders(List<HttpCase> all) {
    all.add(header("X-oDd-CaSe", "1", "x-odd-case"));
    all.add(header("Transfer-Encoding", "chunked, chunked", "transfer-encoding"));
    all.add(header("Accept", ";".repeat(1000), "accept"));
    all.add(header("Origin", "x".repeat(10_000), "origin"));
    all.add(header("X-Long", "x".repeat(100_000), "x-long"));
    all.add(header("constructor", "x", "constructor"));
    all.add(
        HttpCase.of(
                HttpSent.of("GET", "/echo/h")
                    .header("Content-Length", "5")
                    .header("content-length", "7"))
            .status(204)
            .event("http.headers.content-length", List.of("5", "7")));
  }

  private static HttpCase header(String name, String value, String lower) {
    return HttpCase.of(HttpSent.of("GET", "/echo/h").header(name, value))
        .status(204)
        .event("http.headers." + lower, List.of(value));
  }

  private static void addCookies(List<HttpCase> all) {
    all.add(cookie("a", Map.of()));
    all.add(cookie(";;;", Map.of()));
    all.add(cookie("=x", Map.of("", "x")));
    all.add(cookie("a=\"x;y\"", Map.of("a", "\"x")));
    all.add(cookie("a=1; A=2; $Version=1", Map.of("a", "1", "A", "2", "$Version", "1")));
    all.add(cookie("a=1; " + "b".repeat(50_000) + ";".repeat(50_000), Map.of("a", "1")));
  }

  private static HttpCase cookie(String header, Map<String, String> cookies) {
    return HttpCase.of(HttpSent.of("GET", "/echo/c").header("Cookie", header))
        .status(204)
        .event("http.cookies", cookies);
  }

  /** What a body is declared to be decides; what makes no sense declares nothing. */
  private static void addTypes(List<HttpCase> all) {
    all.add(body("text/plain; charset=klingon", "x").event("data", "x"));
    all.add(body("APPLICATION/JSON; CHARSET=UTF-8", "{\"a\":1}").event("data.a", 1L));
    all.add(body("", "x").event("data", "x"));
    all.add(body("application/x-www-form-urlencoded", "a=1&b=x+y").event("data", "a=1&b=x+y"));
    all.add(body("garbage", "x").header("content-type", "application/octet-stream").text("x"));
    all.add(body("application/yaml", "a: 1").header("content-type", "application/octet-stream"));
    HttpSent two = HttpSent.of("POST", "/echo/b").header("Content-Type", JSON);
    all.add(HttpCase.of(two.body("text/plain", "{\"a\":1}")).event("data.a", 1L));
  }

  private static HttpCase body(String type, String body) {
    return HttpCase.of(HttpSent.of("POST", "/echo/b").body(type, body));
  }

  private static void addJson(List<HttpCase> all) {
    all.add(HttpCases.order(JSON, "\ufeff{\"id\":\"7\"}").text("7"));
    String filler = "x".repeat(6_000_000);
    all.add(HttpCases.order(JSON, "{\"id\":\"7\",\"x\":\"" + filler + "\"}").text("7"));
    all.add(HttpCases.order("text/plain", filler).status(415));
    for (String bad :
        List.of(
            "[".repeat(1000) + "]".repeat(1000),
            "{\"a\":".repeat(1000) + "1" + "}".repeat(1000),
            "[".repeat(100_000),
            "{\"id\":" + "9".repeat(2000) + "}",
            "{\"id\":NaN}",
            "{\"id\":7}",
            "{\"id\":null}",
            "{id:7}",
            "\"id\"",
            "null",
            "7",
            "\u0000",
            "{\"id\":\"7\"} x",
            "")) {
      all.add(
          HttpCases.order(JSON, bad)
              .status(400)
              .header("content-type", "application/problem+json"));
    }
  }
}
