package dev.eventprocessor.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.annotation.FunctionName;
import dev.eventprocessor.ErrorId;
import dev.eventprocessor.Event;
import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.fakes.azure.FakeExecutionContext;
import dev.eventprocessor.spi.Applications;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What holds for every trigger: which application runs, and what becomes of failures. */
class FunctionsEntrypointTest {

  private final FakeExecutionContext context = new FakeExecutionContext();

  @Test
  void oneApplicationServesAllCallsHoweverManyThereAreAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Future<?>> calls = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        calls.add(
            threads.submit(
                () ->
                    FunctionsEntrypoint.run(
                        Binding.storageQueue("orders", "hello"), new FakeExecutionContext())));
      }
      for (Future<?> call : calls) {
        call.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertEquals(1, RecordingModule.REGISTRATIONS.get());
  }

  @Test
  void whatAProcessorThrowsReachesTheHostAsItIs() {
    IllegalStateException thrown = assertThrows(IllegalStateException.class, () -> run("fail"));
    AssertionError broken = assertThrows(AssertionError.class, () -> run("break"));

    assertEquals("failed on purpose", thrown.getMessage());
    assertEquals("inner", thrown.getCause().getMessage());
    assertEquals("broken on purpose", broken.getMessage());
    assertEquals("", context.log());
  }

  @Test
  void aFailureOfTheLibraryLosesItsCauseToTheLogSoThatTheHostShowsItsId() {
    FunctionFailedException failed =
        assertThrows(FunctionFailedException.class, () -> run("connect"));

    assertEquals(ErrorId.DEPENDENCY_FAILED, failed.id());
    assertTrue(failed.getMessage().startsWith("[dependency-failed] "), failed.getMessage());
    assertNull(failed.getCause());
    assertTrue(context.log().startsWith("SEVERE: "), context.log());
    assertTrue(context.log().contains("no connection"), context.log());
  }

  @Test
  void aRegistryOfTheCallersOwnTakesThePlaceOfTheApplication() {
    List<Event> events = new ArrayList<>();
    EventProcessor own =
        Applications.build(
            processors -> processors.otherwise().named("own").run(event -> events.add(event)));

    FunctionsEntrypoint.run(own, Binding.storageQueue("", "hello"), context);

    assertEquals("hello", events.get(0).get("data"));
    assertFalse(events.get(0).has("resource.name"), "a queue that is not named is not invented");
  }

  @Test
  void aWorkerWithoutAnApplicationSaysSoAtEveryCall() throws Exception {
    URL[] jars = {
      origin(FunctionsEntrypoint.class),
      origin(EventProcessor.class),
      origin(ExecutionContext.class),
      origin(FunctionName.class),
    };
    try (URLClassLoader app = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader())) {
      Class<?> binding = app.loadClass(Binding.class.getName());
      Object bound =
          binding
              .getMethod("storageQueue", String.class, Object.class)
              .invoke(null, "orders", "s3cr3t");
      Method run =
          app.loadClass(FunctionsEntrypoint.class.getName())
              .getMethod("run", binding, app.loadClass(ExecutionContext.class.getName()));

      for (int call = 0; call < 2; call++) {
        Throwable told =
            assertThrows(InvocationTargetException.class, () -> run.invoke(null, bound, null))
                .getCause();

        assertSame(app.loadClass("dev.eventprocessor.ConfigurationException"), told.getClass());
        assertTrue(told.getMessage().startsWith("[module-missing] "), told.getMessage());
        assertFalse(told.getMessage().contains("s3cr3t"), told.getMessage());
      }
    }
  }

  private void run(String message) {
    FunctionsEntrypoint.run(Binding.storageQueue("orders", message), context);
  }

  private static URL origin(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }
}
