package dev.eventprocessor.aws;

import static dev.eventprocessor.Filters.any;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.Event;
import dev.eventprocessor.fakes.aws.FakeContext;
import dev.eventprocessor.http.HttpResponse;
import dev.eventprocessor.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests in the forms in which AWS hands them over. */
class HttpTest {

  private static final String V1 =
      """
      {"version": "1.0", "resource": "/users/{id}", "path": "/users/7", "httpMethod": "POST",
       "headers": {"Content-Type": "application/json", "X-A": "2"},
       "multiValueHeaders": {"Content-Type": ["application/json"], "X-A": ["1", "2"],
         "Cookie": ["a=1; b=2=3"], "Host": ["api.example.com"]},
       "queryStringParameters": {"q": "2", "e": ""},
       "multiValueQueryStringParameters": {"q": ["1", "a b"], "e": [""]},
       "pathParameters": {"id": "7"}, "stageVariables": null,
       "requestContext": {"requestId": "r-1", "stage": "prod", "protocol": "HTTP/1.1",
         "requestTimeEpoch": 1583348638390, "accountId": "123456789012", "apiId": "abc",
         "identity": {"sourceIp": "192.0.2.1"}, "authorizer": {"claims": {"sub": "u"}}},
       "body": "{\\"name\\": \\"x\\"}", "isBase64Encoded": false}
      """;

  private static final String V2 =
      """
      {"version": "2.0", "routeKey": "GET /users/{id}", "rawPath": "/users/7",
       "rawQueryString": "q=1&q=a%20b%2Cc&e", "cookies": ["a=1", "b=2"],
       "headers": {"content-type": "text/plain", "x-forwarded-proto": "https"},
       "queryStringParameters": {"q": "1,a b,c"}, "pathParameters": {"id": "7"},
       "requestContext": {"requestId": "r-2", "stage": "$default", "apiId": "abc",
         "domainName": "DOMAIN", "timeEpoch": 1583348638390,
         "http": {"method": "GET", "path": "/users/7", "protocol": "HTTP/1.1",
           "sourceIp": "192.0.2.2"},
         "authorizer": {"jwt": {"claims": {"sub": "u"}, "scopes": null}}},
       "body": "aMOk", "isBase64Encoded": true}
      """;

  @Test
  void aRequestInVersion1IsOfHttp() throws IOException {
    Event event = event(V1);

    Function.assertHolds(
        Map.ofEntries(
            Map.entry("kind", "http"),
            Map.entry("trigger", "aws.apigw-rest"),
            Map.entry("id", "r-1"),
            Map.entry("time", "2020-03-04T19:03:58.390Z"),
            Map.entry("subject", "/users/{id}"),
            Map.entry("http.method", "POST"),
            Map.entry("http.path", "/users/7"),
            Map.entry("http.route", "/users/{id}"),
            Map.entry("http.pathparams.id", "7"),
            Map.entry("http.query", Map.of("q", List.of("1", "a b"), "e", List.of(""))),
            Map.entry("http.headers.x-a", List.of("1", "2")),
            Map.entry("http.cookies", Map.of("a", "1", "b", "2=3")),
            Map.entry("http.host", "api.example.com"),
            Map.entry("http.remoteip", "192.0.2.1"),
            Map.entry("http.stage", "prod"),
            Map.entry("http.principal.sub", "u"),
            Map.entry("datacontenttype", "application/json"),
            Map.entry("data.name", "x")),
        event);
    Function.assertRaw(V1, event);
  }

  @ParameterizedTest
  @CsvSource({
    "abc.execute-api.eu-west-1.amazonaws.com, aws.apigw-http",
    "abc.lambda-url.eu-west-1.on.aws, aws.function-url"
  })
  void aRequestInVersion2IsOfItsDomain(String domain, String trigger) throws IOException {
    Event event = event(V2.replace("DOMAIN", domain));

    Function.assertHolds(
        Map.ofEntries(
            Map.entry("trigger", trigger),
            Map.entry("http.method", "GET"),
            Map.entry("http.route", "/users/{id}"),
            Map.entry("http.query", Map.of("q", List.of("1", "a b,c"), "e", List.of(""))),
            Map.entry("http.rawquery", "q=1&q=a%20b%2Cc&e"),
            Map.entry("http.cookies", Map.of("a", "1", "b", "2")),
            Map.entry("http.scheme", "https"),
            Map.entry("http.host", domain),
            Map.entry("http.remoteip", "192.0.2.2"),
            Map.entry("http.principal.sub", "u"),
            Map.entry("data", "h\u00e4")),
        event);
  }

  @Test
  void whatIsNullOrMissingIsEmptyOrAbsentAndNeverNull() throws IOException {
    Event event =
        event(
            """
            {"resource": "/", "path": "/", "httpMethod": "GET", "headers": null,
             "multiValueHeaders": null, "queryStringParameters": null, "pathParameters": null,
             "multiValueQueryStringParameters": null, "body": null,
             "requestContext": {"requestId": "r", "stage": "s", "authorizer": null}}
            """);

    Function.assertHolds(
        Map.of(
            "http.headers", Map.of(),
            "http.query", Map.of(),
            "http.cookies", Map.of(),
            "http.pathparams", Map.of()),
        event);
    for (String absent : List.of("data", "time", "http.host", "http.principal", "http.remoteip")) {
      assertFalse(event.has(absent), absent);
    }
  }

  @Test
  void aLoadBalancerDecodesNothingAndBelievesTheLastAddressOnly() throws IOException {
    String alb =
        """
        {"requestContext": {"elb": {"targetGroupArn":
            "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/t/1"}},
         "httpMethod": "GET", "path": "/", "body": "",
         "multiValueQueryStringParameters": {"a%20b": ["x%2By", "1+2"]},
         "multiValueHeaders": {"x-forwarded-for": ["198.51.100.9, 192.0.2.3"]}}
        """;

    Corpus.Run run = Corpus.run(alb, event -> "hi");

    Function.assertHolds(
        Map.of(
            "trigger", "aws.alb",
            "http.query", Map.of("a b", List.of("x+y", "1 2")),
            "http.remoteip", "192.0.2.3",
            "resource.region", "eu-west-1"),
        run.events().get(0));
    assertFalse(run.events().get(0).has("data"));
    assertEquals(
        Map.of(
            "statusCode",
            200L,
            "statusDescription",
            "200 OK",
            "multiValueHeaders",
            Map.of("content-type", List.of("text/plain; charset=utf-8")),
            "body",
            "hi",
            "isBase64Encoded",
            false),
        run.answer());
  }

  @Test
  void aBodyThatDoesNotDecodeIsThereWithTheReason() throws IOException {
    Event noJson = event(V1.replace("{\\\"name\\\": \\\"x\\\"}", "{"));
    Event noBase64 = event(V2.replace("aMOk", "?"));

    assertEquals("{", noJson.get("data"));
    assertTrue(noJson.text("dataerror").contains("not JSON"));
    assertEquals("?", noBase64.get("data"));
    assertTrue(noBase64.text("dataerror").contains("base64"));
  }

  @Test
  void aFlagOfBase64MayBeText() throws IOException {
    Event event = event(V2.replace("\"isBase64Encoded\": true", "\"isBase64Encoded\": \"false\""));

    assertEquals("aMOk", event.get("data"));
  }

  @Test
  void anAnswerThatIsLargerThanLambdaSendsIsAClearErrorInTheLog() throws IOException {
    String quotes = "\"".repeat(4_000_000); // Each takes two bytes in JSON.
    for (Object body :
        List.of("x".repeat(6_300_000), quotes, new byte[4_800_000], "\u20ac".repeat(2_200_000))) {
      FakeContext context = new FakeContext();
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      new LambdaEntrypoint(processors -> processors.on(any()).call(event -> body)) {}.handleRequest(
          new ByteArrayInputStream(V1.getBytes(StandardCharsets.UTF_8)), answer, context);

      assertTrue(answer.toString(StandardCharsets.UTF_8).contains("\"statusCode\":500"));
      assertTrue(context.log().contains("[response-unsupported]"), context.log());
    }
  }

  @Test
  void anAnswerThatLambdaJustSendsIsSent() throws IOException {
    for (Object body : List.of("x".repeat(6_200_000), new byte[4_600_000])) {
      Map<?, ?> answer = (Map<?, ?>) Corpus.run(V1, event -> body).answer();

      assertEquals(200L, answer.get("statusCode"));
      assertTrue(Json.write(answer).length <= 6 * 1024 * 1024);
    }
  }

  @Test
  void anAuthorizerOfAConnectionIsNoConnection() throws IOException {
    String connection =
        """
        {"requestContext": {"connectionId": "c", "eventType": "CONNECT", "routeKey": "$connect",
          "requestId": "r", "apiId": "a"}TYPE}
        """;

    Event websocket = event(connection.replace("TYPE", ""));
    Event authorizer =
        event(connection.replace("TYPE", ", \"type\": \"REQUEST\", \"methodArn\": \"arn:x\""));

    Function.assertHolds(
        Map.of(
            "trigger", "aws.apigw-websocket",
            "kind", "http",
            "type", "com.amazonaws.apigateway.websocket.CONNECT",
            "http.connection", "c",
            "http.route", "$connect"),
        websocket);
    Function.assertHolds(
        Map.of("trigger", "aws.apigw-authorizer-request", "kind", "auth"), authorizer);
  }

  @Test
  void whatAProcessorReturnsIsTheResponse() throws IOException {
    assertEquals(
        Map.of(
            "statusCode",
            200L,
            "headers",
            Map.of("content-type", "application/json"),
            "body",
            "{\"id\":1}",
            "isBase64Encoded",
            false),
        Corpus.run(V1, event -> Map.of("id", 1L)).answer());
    assertEquals(
        Map.of(
            "statusCode",
            200L,
            "headers",
            Map.of("content-type", "application/octet-stream"),
            "body",
            "AQI=",
            "isBase64Encoded",
            true),
        Corpus.run(V1, event -> new byte[] {1, 2}).answer());
    assertEquals(204L, ((Map<?, ?>) Corpus.run(V1, event -> null).answer()).get("statusCode"));
    Map<?, ?> map = (Map<?, ?>) Corpus.run(V1, event -> Map.of("statusCode", 404L)).answer();
    assertEquals(200L, map.get("statusCode"), "a map is a body like any other");
    assertEquals("{\"statusCode\":404}", map.get("body"));
  }

  @Test
  void aFailureIsAnsweredAndStandsInTheLog() throws IOException {
    FakeContext context = new FakeContext();
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    LambdaEntrypoint function =
        new LambdaEntrypoint(
            processors ->
                processors
                    .on(any())
                    .run(
                        event -> {
                          throw new IOException("no network");
                        })) {};

    function.handleRequest(
        new ByteArrayInputStream(V1.getBytes(StandardCharsets.UTF_8)), answer, context);

    String answered = answer.toString(StandardCharsets.UTF_8);
    assertTrue(answered.contains("\"statusCode\":500"), answered);
    assertFalse(answered.contains("no network"), answered);
    assertTrue(context.log().contains("no network"), context.log());
  }

  @Test
  void aConnectionOfAWebSocketIsAnsweredLikeARequest() throws IOException {
    String connection =
        """
        {"requestContext": {"connectionId": "c", "eventType": "CONNECT", "routeKey": "$connect",
          "requestId": "r", "apiId": "a"},
         "headers": {"Sec-WebSocket-Protocol": "a, b"}}
        """;

    Map<?, ?> accepted = (Map<?, ?>) Corpus.run(connection, event -> null).answer();
    Map<?, ?> refused = (Map<?, ?>) Corpus.run(connection, event -> HttpResponse.of(401)).answer();
    Map<?, ?> chosen =
        (Map<?, ?>)
            Corpus.run(
                    connection, event -> HttpResponse.of(200).header("Sec-WebSocket-Protocol", "a"))
                .answer();

    assertEquals(204L, accepted.get("statusCode"));
    assertEquals(401L, refused.get("statusCode"));
    assertEquals(Map.of("sec-websocket-protocol", "a"), chosen.get("headers"));
  }

  @Test
  void theStageThatPayload2PutsBeforeThePathIsNoPartOfIt() throws IOException {
    String stage = V2.replace("\"stage\": \"$default\"", "\"stage\": \"prod\"");

    assertEquals("/users/7", event(stage.replace("/users/7", "/prod/users/7")).get("http.path"));
    assertEquals("/", event(stage.replace("/users/7", "/prod")).get("http.path"));
    assertEquals("/production", event(stage.replace("/users/7", "/production")).get("http.path"));
  }

  @Test
  void latticeInBothVersionsIsOfHttp() throws IOException {
    Event one =
        event(
            """
            {"raw_path": "/a?b=1", "method": "GET", "headers": {"host": "h"},
             "query_string_parameters": {"b": "1"}, "body": "AQI=", "is_base64_encoded": true}
            """);
    Event two =
        event(
            """
            {"version": "2.0", "path": "/a", "method": "GET", "headers": {"Host": ["h"]},
             "queryStringParameters": {"b": ["1", "2"]},
             "requestContext": {"serviceNetworkArn": "n",
               "serviceArn": "arn:aws:vpc-lattice:eu-west-1:1:service/svc-1",
               "identity": {"principal": "p"}, "timeEpoch": "1696331543569073"}}
            """);

    Function.assertHolds(
        Map.of("trigger", "aws.vpc-lattice-v1", "http.path", "/a", "http.host", "h"), one);
    assertArrayEquals(new byte[] {1, 2}, (byte[]) one.get("data"));
    Function.assertHolds(
        Map.of(
            "trigger", "aws.vpc-lattice-v2",
            "http.query", Map.of("b", List.of("1", "2")),
            "http.principal.principal", "p",
            "resource.name", "svc-1"),
        two);
  }

  private static Event event(String json) throws IOException {
    return Corpus.run(json, event -> null).events().get(0);
  }
}
