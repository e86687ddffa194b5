package dev.eventprocessor.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.eventprocessor.EventProcessor;
import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.fakes.aws.FakeContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is loaded on the way to the first event: the source it needs and no other. */
class FirstEventTest {

  private static final String PACKAGE = "dev.eventprocessor.";

  @Test
  void aMessageOfAQueueLoadsNoOtherSourceAndNoTable() throws Exception {
    String payload =
        """
        {"Records": [{"messageId": "1", "body": "{\\"a\\": 1}", "eventSource": "aws:sqs",
          "eventSourceARN": "arn:aws:sqs:eu-west-1:1:q", "attributes": {}}]}
        """;

    assertEquals(Set.of("aws.SqsSource"), unexpected(payload));
  }

  @Test
  void anInvocationLoadsTheMarkersAndItsOwnSource() throws Exception {
    assertEquals(Set.of("aws.InvokeSource"), unexpected("{\"order\": 1}"));
  }

  @Test
  void anObjectsNotificationLoadsItsOwnSource() throws Exception {
    String payload =
        """
        {"Records": [{"eventSource": "aws:s3", "eventName": "ObjectCreated:Put",
          "s3": {"bucket": {"name": "b"}, "object": {"key": "k"}}}]}
        """;

    assertEquals(Set.of("aws.S3Source"), unexpected(payload));
  }

  /** The sources that are loaded, and whatever of the capability table is. */
  private static Set<String> unexpected(String payload) throws Exception {
    try (Loader loader = new Loader()) {
      loader
          .loadClass(FirstEventTest.class.getName() + "$Probe")
          .getMethod("run", String.class)
          .invoke(null, payload);
      Set<String> found = new TreeSet<>();
      for (String name : loader.loaded) {
        boolean source = name.endsWith("Source") && !name.equals("aws.LambdaSource");
        if (source || name.contains("Capabilit") || name.endsWith("Rows")) {
          found.add(name);
        }
      }
      return found;
    }
  }

  /** Runs one payload, in classes of its own. */
  public static final class Probe {
    private Probe() {}

    /** By reflection. */
    public static void run(String payload) throws IOException {
      ProcessorModule module = Probe::register;
      new LambdaEntrypoint(module) {}.handleRequest(
          new ByteArrayInputStream(payload.getBytes(StandardCharsets.UTF_8)),
          new ByteArrayOutputStream(),
          new FakeContext());
    }

    private static void register(EventProcessor.Builder processors) {
      processors.otherwise().run(event -> {});
    }
  }

  /** Loads everything anew, and remembers what of ours it was asked for. */
  private static final class Loader extends URLClassLoader {
    final List<String> loaded = new ArrayList<>();

    Loader() throws IOException {
      super(urls(), ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith(PACKAGE)) {
        loaded.add(name.substring(PACKAGE.length()));
      }
      return super.findClass(name);
    }

    private static URL[] urls() throws IOException {
      List<URL> urls = new ArrayList<>();
      for (String entry :
          List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))) {
        urls.add(Path.of(entry).toUri().toURL());
      }
      return urls.toArray(URL[]::new);
    }
  }
}
