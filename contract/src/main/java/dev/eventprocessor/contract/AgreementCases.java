package dev.eventprocessor.contract;

import java.util.ArrayList;
import java.util.List;

/** What is agreed to before requests and events come: types, other origins, webhooks. */
final class AgreementCases {

  private static final String SHOP = "https://shop.example";

  private AgreementCases() {}

  static List<HttpCase> all() {
    List<HttpCase> all = new ArrayList<>();
    addTypes(all);
    addOrigins(all);
    addWebhooks(all);
    addSns(all);
    return all;
  }

  private static void addTypes(List<HttpCase> all) {
    all.add(report("text/csv").header("content-type", "text/csv").text("1,2"));
    all.add(report("application/json, text/csv;q=0").text("[1,2]"));
    all.add(HttpCases.problem(report("image/png"), 406, "Not Acceptable"));
    all.add(
        HttpCase.of(HttpSent.of("GET", "/map").header("Accept", "text/html")).text("{\"id\":1}"));
  }

  private static HttpCase report(String accept) {
    return HttpCase.of(HttpSent.of("GET", "/report").header("Accept", accept));
  }

  private static void addOrigins(List<HttpCase> all) {
    for (String path : List.of("/map", "/missing")) {
      all.add(
          preflight(path, SHOP)
              .header("access-control-allow-origin", SHOP)
              .header("access-control-allow-headers", "content-type"));
      all.add(preflight(path, "https://evil.example").header("access-control-allow-origin", ""));
    }
    all.add(from(SHOP, "/map").header("access-control-allow-origin", SHOP));
    all.add(from(SHOP, "/missing").status(404).header("access-control-allow-origin", SHOP));
    all.add(from(SHOP, "/fails").status(500).header("access-control-allow-origin", SHOP));
    all.add(from("null", "/map").header("access-control-allow-origin", ""));
    all.add(HttpCase.of(HttpSent.of("OPTIONS", "/map")).status(204).header("allow", "GET, HEAD"));
    all.add(
        HttpCase.of(HttpSent.of("OPTIONS", "/map").header("Origin", SHOP))
            .status(204)
            .header("allow", "GET, HEAD"));
  }

  private static HttpCase preflight(String path, String origin) {
    return HttpCase.of(
            HttpSent.of("OPTIONS", path)
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "GET"))
        .status(204);
  }

  private static HttpCase from(String origin, String path) {
    return HttpCase.of(HttpSent.of("GET", path).header("Origin", origin));
  }

  private static void addWebhooks(List<HttpCase> all) {
    all.add(
        asks("/hook").header("webhook-allowed-origin", "sender.example").header("allow", "POST"));
    all.add(
        HttpCases.problem(asks("/other"), 404, "Not Found").header("webhook-allowed-origin", ""));
    String validation =
        "[{\"id\":\"1\",\"eventType\":\"Microsoft.EventGrid.SubscriptionValidationEvent\","
            + "\"data\":{\"validationCode\":\"c-1\"}}]";
    all.add(validates("/hook", validation).text("{\"validationResponse\":\"c-1\"}"));
    all.add(HttpCases.problem(validates("/other", validation), 404, "Not Found"));
    for (String other : List.of("[]", "{}", "[{\"data\":7}]", "x", "null")) {
      all.add(HttpCases.problem(validates("/hook", other), 404, "Not Found"));
    }
  }

  private static HttpCase asks(String path) {
    return HttpCase.of(
        HttpSent.of("OPTIONS", path).header("WebHook-Request-Origin", "sender.example"));
  }

  private static HttpCase validates(String path, String body) {
    return HttpCase.of(
        HttpSent.of("POST", path)
            .header("aeg-event-type", "SubscriptionValidation")
            .body("application/json; charset=utf-8", body));
  }

  /** Nothing confirms anything: whoever wants a subscription has to say so. */
  private static void addSns(List<HttpCase> all) {
    all.add(sns("/sns", "Notification").text("hello"));
    for (String type : List.of("SubscriptionConfirmation", "UnsubscribeConfirmation")) {
      all.add(HttpCases.problem(sns("/sns", type), 404, "Not Found"));
      all.add(
          sns("/echo/sns", type)
              .event("data.Type", type)
              .event("data.SubscribeURL", "https://sns.example/?Action=ConfirmSubscription")
              .event("http.headers.x-amz-sns-message-type", List.of(type)));
    }
    all.add(
        HttpCase.of(
                HttpSent.of("POST", "/echo/sns")
                    .header("x-amz-sns-message-type", "Notification")
                    .header("x-amz-sns-rawdelivery", "true")
                    .body("text/plain; charset=UTF-8", "{}"))
            .event("data", "{}"));
  }

  private static HttpCase sns(String path, String type) {
    String body =
        "{\"Type\":\""
            + type
            + "\",\"MessageId\":\"1\",\"TopicArn\":\"arn:aws:sns:eu-west-1:1:t\",\"Message\":\"hello\","
            + "\"SubscribeURL\":\"https://sns.example/?Action=ConfirmSubscription\"}";
    return HttpCase.of(
        HttpSent.of("POST", path)
            .header("x-amz-sns-message-type", type)
            .header("x-amz-sns-topic-arn", "arn:aws:sns:eu-west-1:1:t")
            .body("text/plain; charset=UTF-8", body));
  }
}
