package dev.eventprocessor.runtimes.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.runtimes.Payload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a function can notice of the worker: the stand-in owes it as the real one does it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FunctionsAppContract {

  private Path packaged;
  private FunctionsApp app;

  /** The app, to be started with the worker under test. */
  abstract FunctionsApp.Builder deploy(Path packagedApp);

  @BeforeAll
  void pack(@TempDir Path folder) throws Exception {
    packaged =
        PackagedApp.of(
            folder,
            "Functions.text",
            "Functions.bytes",
            "Functions.map",
            "Functions.nothing",
            "Functions.metadata",
            "Functions.place",
            "Functions.fails",
            "Functions.breaks",
            "Functions.together",
            "HttpFunctions.asText",
            "HttpFunctions.asBytes");
  }

  /** Before each test, because only what a test itself skips is told as skipped. */
  @BeforeEach
  void start() throws Exception {
    if (app == null) {
      app = deploy(packaged).settings(Map.of("SETTING", "on")).start();
    }
  }

  @AfterAll
  void stop() {
    if (app != null) {
      app.close();
      assertFalse(app.isAlive(), "the process outlived its host");
    }
  }

  @Test
  void theFunctionsAreThoseOfTheFolders() {
    assertEquals(
        List.of(
            "asBytes",
            "asText",
            "breaks",
            "bytes",
            "fails",
            "map",
            "metadata",
            "nothing",
            "place",
            "text",
            "together"),
        app.functions().stream().map(FunctionJson::name).toList());
    assertEquals("message", app.functions().get(2).trigger());
  }

  @Test
  void textBytesAndJsonAreBoundAsTheParameterWantsThem() throws Exception {
    byte[] bytes = {1, 2, 3};

    assertEquals("\"text h\u00e9llo\"", returned("text", TypedValue.text("h\u00e9llo")));
    assertEquals("\"bytes 3\"", returned("bytes", TypedValue.bytes(bytes)));
    assertEquals("{\"a\":5.0}", returned("map", TypedValue.json("{\"a\": 5}")));
  }

  @Test
  void textIsRefusedWhereBytesAreWanted() throws Exception {
    FunctionAnswer answer = app.invoke("bytes", TypedValue.text("hello"), Map.of());

    String message = ((FunctionAnswer.Failure) answer).message();
    assertTrue(message.startsWith("IllegalStateException: Expected BEGIN_ARRAY"), message);
  }

  @Test
  void aRequestIsAnsweredWithStatusHeadersAndBody() throws Exception {
    FunctionAnswer.Response response =
        response(
            "asText",
            TypedValue.http(
                "PUT",
                "https://a.example/p%20q?x=1&x=2",
                Map.of("x-sent", "a,b", "content-type", "application/json"),
                bytes("{\"h\": \"\u00e9\"}")));

    assertEquals(201, response.status());
    assertEquals(
        Map.of("X-Url", "https://a.example/p%20q?x=1&x=2", "X-Seen", "PUT a,b"),
        response.headers());
    assertEquals("{\"h\": \"\u00e9\"}", response.body().text());
  }

  @Test
  void aRequestWithoutABodyHasNoneAndAResponseWithoutOneIsEmpty() throws Exception {
    TypedValue get = TypedValue.http("GET", "https://a.example/", Map.of(), new byte[0]);

    assertEquals("nothing", response("asText", get).body().text());
    assertEquals("", response("asBytes", get).body().text());
  }

  @Test
  void aBodyIsBytesWhereItsTypeSaysSoAndTextForEveryOther() throws Exception {
    byte[] body = {0, (byte) 0xff, 13, 10};

    FunctionAnswer.Response octets = response("asBytes", post("application/octet-stream", body));
    FunctionAnswer.Response picture = response("asText", post("image/png", body));

    assertEquals(Payload.of(body), octets.body());
    assertEquals("\u0000\ufffd\r\n", picture.body().text(), "the host made text of it");
  }

  @Test
  void aBodyOfTextIsRefusedWhereBytesAreWanted() throws Exception {
    FunctionAnswer answer =
        app.invoke("asBytes", post("application/json", bytes("{\"a\": 1}")), Map.of());

    String message = ((FunctionAnswer.Failure) answer).message();
    assertTrue(message.startsWith("ClassCastException: Cannot convert "), message);
  }

  @Test
  void nothingReturnedIsJsonsNull() throws Exception {
    assertEquals("null", returned("nothing", TypedValue.text("")));
  }

  @Test
  void metadataIsBoundByItsName() throws Exception {
    FunctionAnswer answer =
        app.invoke("metadata", TypedValue.text(""), Map.of("Id", "m-1", "DequeueCount", "2"));

    assertEquals("\"m-1 2\"", ((FunctionAnswer.Success) answer).json());
  }

  @Test
  void metadataThatTheHostDidNotSendRefusesTheCall() throws Exception {
    FunctionAnswer answer = app.invoke("metadata", TypedValue.text(""), Map.of("Id", "m-1"));

    String message = ((FunctionAnswer.Failure) answer).message();
    assertTrue(message.contains("Cannot find matched @BindingName"), message);
  }

  @Test
  void theFunctionSeesItsSettingsTheWorkersGsonAndANewInstanceEachCall() throws Exception {
    String first = returned("place", TypedValue.text(""));
    String second = returned("place", TypedValue.text(""));

    assertTrue(
        first.endsWith(" setting on home null Gson of the worker loader of the app\""), first);
    assertNotEquals(instance(first), instance(second), "one instance served two calls");
  }

  @Test
  void onlyTheContextsLoggerIsToldWithTheInvocation() throws Exception {
    FunctionAnswer answer = app.invoke("place", TypedValue.text(""), Map.of());

    assertTrue(answer.logged().contains("logged by place"), answer.logged().toString());
    assertFalse(answer.logged().contains("printed"), answer.logged().toString());
    assertTrue(answer.printed().contains("printed"), answer.printed().toString());
  }

  @Test
  void theHostIsToldTheInnermostCause() throws Exception {
    FunctionAnswer answer = app.invoke("fails", TypedValue.text(""), Map.of());

    assertEquals("IOException: inner", ((FunctionAnswer.Failure) answer).message());
  }

  @Test
  void anErrorInTheMethodIsAFailureAndTheWorkerLives() throws Exception {
    FunctionAnswer answer = app.invoke("breaks", TypedValue.text(""), Map.of());

    assertEquals("OutOfMemoryError: on purpose", ((FunctionAnswer.Failure) answer).message());
    assertTrue(app.isAlive());
    assertEquals("\"text a\"", returned("text", TypedValue.text("a")));
  }

  @Test
  void callsSideBySideRunSideBySide() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(32);
    try {
      List<Future<FunctionAnswer>> answers = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        answers.add(threads.submit(() -> app.invoke("together", TypedValue.text(""), Map.of())));
      }
      for (Future<FunctionAnswer> answer : answers) {
        assertTrue(answer.get() instanceof FunctionAnswer.Success, answer.get().toString());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void anErrorOutsideOfTheMethodIsNeverAnswered(@TempDir Path other) throws Exception {
    Path packaged = PackagedApp.of(other, "BrokenFunctions.broken");
    try (FunctionsApp broken = deploy(packaged).limit(Duration.ofSeconds(15)).start()) {
      FunctionAnswer answer = broken.invoke("broken", TypedValue.text(""), Map.of());

      assertTrue(answer instanceof FunctionAnswer.NoAnswer, answer.toString());
      assertTrue(broken.isAlive());
    }
  }

  @Test
  void aMethodNameThatTwoMethodsHaveIsRefusedAtTheStart(@TempDir Path other) throws Exception {
    FunctionsApp.Builder twice = deploy(PackagedApp.of(other, "BrokenFunctions.twice"));

    IllegalStateException refused = assertThrows(IllegalStateException.class, twice::start);

    assertTrue(refused.getMessage().startsWith("The function twice cannot be loaded"));
    assertTrue(refused.getMessage().contains("more than one function"), refused.getMessage());
  }

  @Test
  void aMethodThatDoesNotExistIsRefusedAtTheStart(@TempDir Path other) throws Exception {
    FunctionsApp.Builder missing = deploy(PackagedApp.of(other, "Functions.missing"));

    IllegalStateException refused = assertThrows(IllegalStateException.class, missing::start);

    assertTrue(refused.getMessage().startsWith("The function missing cannot be loaded"));
  }

  private static TypedValue post(String type, byte[] body) {
    return TypedValue.http("POST", "https://a.example/", Map.of("content-type", type), body);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private FunctionAnswer.Response response(String function, TypedValue request) throws Exception {
    return assertInstanceOf(FunctionAnswer.Response.class, app.invoke(function, request, Map.of()));
  }

  private static String instance(String place) {
    int from = place.indexOf(" instance ");
    return place.substring(from, place.indexOf(" setting ", from));
  }

  private String returned(String function, TypedValue value) throws Exception {
    FunctionAnswer answer = app.invoke(function, value, Map.of());
    return answer instanceof FunctionAnswer.Success success
        ? success.json()
        : "no success: " + answer;
  }
}
