package dev.eventprocessor.runtimes.aws;

import static dev.eventprocessor.runtimes.aws.DeployedFunctions.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.runtimes.Payload;
import dev.eventprocessor.runtimes.aws.LambdaAnswer.Exited;
import dev.eventprocessor.runtimes.aws.LambdaAnswer.FunctionError;
import dev.eventprocessor.runtimes.aws.LambdaAnswer.InitError;
import dev.eventprocessor.runtimes.aws.LambdaAnswer.TimedOut;
import dev.eventprocessor.runtimes.aws.deployed.Functions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "Lambda's runtime exists for Linux only")
@Timeout(120)
class LambdaFunctionTest {

  @TempDir static Path deployment;

  @BeforeAll
  static void deploy() throws Exception {
    DeployedFunctions.exploded(deployment);
  }

  @Test
  void tenCallsAreServedByOneInstance() throws Exception {
    try (LambdaFunction function = start(Functions.Counter.class)) {
      for (int call = 1; call <= 10; call++) {
        assertEquals(Integer.toString(call), function.invoke(bytes("{}")).response().text());
      }

      assertEquals(1, function.starts());
    }
  }

  @Test
  void theFunctionSeesWhatLambdaTellsIt() throws Exception {
    LambdaFunction.Builder described =
        of(Functions.Surroundings.class)
            .name("orders")
            .memory(256)
            .environment(Map.of("STAGE", "test", "AWS_REGION", "not to be overridden"));

    try (LambdaFunction function = described.start()) {
      LambdaAnswer answer = function.invoke(bytes("{}"));
      String text = answer.response().text();

      List<String> lines = text.lines().toList();
      assertTrue(lines.contains("request " + answer.requestId()), text);
      assertTrue(lines.contains("arn arn:aws:lambda:us-east-1:123456789012:function:orders"), text);
      assertTrue(lines.contains("name orders $LATEST"), text);
      assertTrue(lines.contains("memory 256"), text);
      assertTrue(text.matches("(?s).*\nheap 2[01]\\d\n.*"), text);
      assertTrue(lines.contains("inTime true"), text);
      assertTrue(text.contains("trace Root=1-"), text);
      assertTrue(lines.contains("root true"), text);
      assertTrue(lines.contains("region us-east-1"), text);
      assertTrue(lines.contains("home null"), text);
      assertTrue(lines.contains("stage test"), text);
      assertTrue(lines.contains("loader CustomerClassLoader"), text);
      assertTrue(lines.contains("classpath false"), text);
    }
  }

  @Test
  void anAnswerCarriesTheLinesOfItsOwnCall() throws Exception {
    try (LambdaFunction function = start(Functions.Echo.class)) {
      for (int call = 0; call < 50; call++) {
        String text = "h\u00e9llo " + call;

        List<String> log = function.invoke(bytes(text)).response().log();

        assertEquals(List.of("out " + text, "err " + text, "logger " + text), log);
      }
    }
  }

  @Test
  void aThrownExceptionIsAFunctionErrorWithTheOuterMessage() throws Exception {
    try (LambdaFunction function = start(Functions.Thrower.class)) {
      FunctionError answer = assertInstanceOf(FunctionError.class, function.invoke(bytes("{}")));

      assertEquals("outer \u00fc", answer.error().message());
      assertEquals("java.lang.IllegalStateException", answer.error().type());
      assertEquals("Runtime.UserException", answer.error().category());
      assertFalse(answer.error().stackTrace().isEmpty());
      assertFalse(answer.text().contains("half"), answer.text());
      assertTrue(
          answer.log().stream().anyMatch(line -> line.contains("inner")), "causes in the log");
      function.invoke(bytes("{}"));
      assertEquals(1, function.starts());
    }
  }

  @Test
  void anErrorOfTheVirtualMachineIsAnsweredAndTheNextCallHasAFreshProcess() throws Exception {
    try (LambdaFunction function = start(Functions.Forgetful.class)) {
      String before = function.invoke(bytes("remember")).response().text();

      FunctionError answer =
          assertInstanceOf(FunctionError.class, function.invoke(bytes("forget")));
      String after = function.invoke(bytes("remember")).response().text();

      assertEquals("java.lang.OutOfMemoryError", answer.error().type());
      assertNotEquals(before, after);
      assertEquals(2, function.starts());
    }
  }

  @Test
  void aFailingStaticInitialiserIsAnInitErrorOfEachCall() throws Exception {
    try (LambdaFunction function = start(Functions.Unborn.class)) {
      InitError first = assertInstanceOf(InitError.class, function.invoke(bytes("{}")));
      InitError second = assertInstanceOf(InitError.class, function.invoke(bytes("{}")));

      assertTrue(first.error().message().contains("Unborn"), first.text());
      assertEquals("Runtime.BadFunctionCode", first.error().category());
      assertNotEquals(first.requestId(), second.requestId());
      assertTrue(first.log().stream().anyMatch(line -> line.contains("no number")), "the cause");
      assertEquals(2, function.starts());
    }
  }

  @Test
  void anExitWhileInitialisingIsAnsweredWithItsCode() throws Exception {
    try (LambdaFunction function = start(Functions.Stillborn.class)) {
      Exited answer = assertInstanceOf(Exited.class, function.invoke(bytes("{}")));

      assertEquals(4, answer.code());
    }
  }

  @Test
  void anInitialisationThatNeverEndsFailsTheStartWithTheOutput() {
    LambdaFunction.Builder described =
        of(Functions.Unready.class).startLimit(Duration.ofSeconds(5));

    IllegalStateException thrown = assertThrows(IllegalStateException.class, described::start);

    assertTrue(thrown.getMessage().contains("was not initialised within PT5S"), "what happened");
    assertTrue(thrown.getMessage().contains("still thinking"), thrown::getMessage);
  }

  @Test
  void aMissingClassIsReportedAtTheFirstCall() throws Exception {
    try (LambdaFunction function = LambdaFunction.of(deployment, "com.example.Missing").start()) {
      FunctionError answer = assertInstanceOf(FunctionError.class, function.invoke(bytes("{}")));

      assertEquals("Runtime.BadFunctionCode", answer.error().category());
      assertTrue(answer.error().message().contains("com.example.Missing"), answer.text());
    }
  }

  @Test
  void anExitIsAnsweredWithItsCodeAndTheNextCallHasAFreshProcess() throws Exception {
    try (LambdaFunction function = start(Functions.Exits.class)) {
      Exited answer = assertInstanceOf(Exited.class, function.invoke(bytes("exit")));
      String next = function.invoke(bytes("stay")).response().text();

      assertEquals(3, answer.code());
      assertEquals(List.of("leaving"), answer.log());
      assertTrue(answer.text().contains("exit status 3"), answer.text());
      assertEquals("stay", next);
      assertEquals(2, function.starts());
    }
  }

  @Test
  void aFunctionThatWritesNothingAnswersNothing() throws Exception {
    try (LambdaFunction function = start(Functions.Silent.class)) {
      assertEquals(Payload.of(""), function.invoke(bytes("{}")).response().payload());
    }
  }

  @Test
  void aResponseBeyondTheLimitIsTooLargeAndTheFunctionGoesOn() throws Exception {
    try (LambdaFunction function = start(Functions.Generous.class)) {
      FunctionError answer =
          assertInstanceOf(FunctionError.class, function.invoke(bytes("7340032")));
      int most = function.invoke(bytes("6291556")).response().payload().size();
      FunctionError beyond =
          assertInstanceOf(FunctionError.class, function.invoke(bytes("6291557")));

      assertEquals("Function.ResponseSizeTooLarge", answer.error().type());
      assertEquals(6_291_556, most);
      assertEquals("Function.ResponseSizeTooLarge", beyond.error().category());
      assertEquals(1, function.starts());
    }
  }

  @Test
  void aCallPastItsDeadlineIsKilledAndTheNextHasAFreshProcess() throws Exception {
    Duration timeout = Duration.ofSeconds(3);
    try (LambdaFunction function = of(Functions.Sleeper.class).timeout(timeout).start()) {
      TimedOut answer = assertInstanceOf(TimedOut.class, function.invoke(bytes("sleep")));
      String next = function.invoke(bytes("wake")).response().text();

      assertEquals(List.of("good night"), answer.log());
      assertTrue(answer.text().contains("Task timed out after 3.00 seconds"), answer.text());
      assertEquals("wake", next);
      assertEquals(2, function.starts());
    }
  }

  @Test
  void aRequestBeyondTheLimitIsRefusedUnlessTheLimitIsSwitchedOff() throws Exception {
    byte[] large = new byte[20 * 1024 * 1024];

    try (LambdaFunction limited = start(Functions.Size.class);
        LambdaFunction unlimited = of(Functions.Size.class).withoutRequestLimit().start()) {
      assertThrows(IllegalArgumentException.class, () -> limited.invoke(large));
      assertEquals("20971520", unlimited.invoke(large).response().text());
    }
  }

  @Test
  void aFailureWhereAResponseIsNeededTellsTheErrorAndTheLog() throws Exception {
    try (LambdaFunction function = start(Functions.Thrower.class)) {
      LambdaAnswer answer = function.invoke(bytes("{}"));

      IllegalStateException thrown = assertThrows(IllegalStateException.class, answer::response);

      assertTrue(thrown.getMessage().contains("FunctionError"), thrown::getMessage);
      assertTrue(thrown.getMessage().contains("outer"), thrown::getMessage);
      assertTrue(thrown.getMessage().contains("inner"), thrown::getMessage);
    }
  }

  @Test
  void aClosedFunctionSaysSo() throws Exception {
    LambdaFunction function = start(Functions.Silent.class);
    function.close();

    assertThrows(IllegalStateException.class, () -> function.invoke(bytes("{}")));
  }

  private static LambdaFunction start(Class<?> handler) throws InterruptedException {
    return of(handler).start();
  }

  private static LambdaFunction.Builder of(Class<?> handler) {
    return LambdaFunction.of(deployment, handler.getName());
  }
}
