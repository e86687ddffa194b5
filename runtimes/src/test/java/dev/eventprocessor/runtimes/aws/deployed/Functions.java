package dev.eventprocessor.runtimes.aws.deployed;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tiny functions, each with one habit. */
public final class Functions {

  private Functions() {}

  static void write(OutputStream output, Object text) throws IOException {
    output.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  static String read(InputStream input) throws IOException {
    return new String(input.readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Gives back what it is given, and prints it. */
  public static final class Echo implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
        throws IOException {
      String text = read(input);
      System.out.println("out " + text);
      System.err.println("err " + text);
      context.getLogger().log("logger " + text);
      write(output, text);
    }
  }

  /** Counts the calls of its instance. */
  public static final class Counter implements RequestStreamHandler {
    private int calls;

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
        throws IOException {
      write(output, ++calls);
    }
  }

  /** Tells the size of what it was given. */
  public static final class Size implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
        throws IOException {
      write(output, input.readAllBytes().length);
    }
  }

  /** Tells where it runs. */
  public static final class Surroundings implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
        throws IOException {
      long remaining = context.getRemainingTimeInMillis();
      write(
          output,
          String.join(
              "\n",
              "request " + context.getAwsRequestId(),
              "arn " + context.getInvokedFunctionArn(),
              "name " + context.getFunctionName() + " " + context.getFunctionVersion(),
              "memory " + context.getMemoryLimitInMB(),
              "heap " + Runtime.getRuntime().maxMemory() / (1024 * 1024),
              "inTime " + (remaining > 0 && remaining <= 30_000),
              "trace " + System.getProperty("com.amazonaws.xray.traceHeader"),
              "root " + System.getProperty("user.dir").equals(System.getenv("LAMBDA_TASK_ROOT")),
              "region " + System.getenv("AWS_REGION"),
              "home " + System.getenv("HOME"),
              "stage " + System.getenv("STAGE"),
              "loader " + getClass().getClassLoader().getClass().getSimpleName(),
              "classpath " + System.getProperty("java.class.path").contains("junit")));
    }
  }

  /** Throws, with a cause. */
  public static final class Thrower implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
        throws IOException {
      write(output, "half");
      output.flush();
      throw new IllegalStateException("outer \u00fc", new IOException("inner \u00fc"));
    }
  }

  /** Runs out of memory when told so. */
  public static final class Forgetful implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
        throws IOException {
      String text = read(input);
      if (text.equals("forget")) {
        throw new OutOfMemoryError("forgot");
      }
      write(output, ProcessHandle.current().pid());
    }
  }

  /** Cannot be initialised. */
  public static final class Unborn implements RequestStreamHandler {
    private static final int NUMBER = Integer.parseInt("no number");

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
        throws IOException {
      write(output, NUMBER);
    }
  }

  /** Ends its process while it is initialised. */
  public static final class Stillborn implements RequestStreamHandler {
    static {
      System.exit(4);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {}
  }

  /** Never gets through its initialisation. */
  public static final class Unready implements RequestStreamHandler {
    static {
      System.out.println("still thinking");
      sleepForLong();
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {}
  }

  /** Ends its process when told so. */
  public static final class Exits implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
        throws IOException {
      String text = read(input);
      if (text.equals("exit")) {
        System.out.println("leaving");
        System.exit(3);
      }
      write(output, text);
    }
  }

  /** Writes nothing. */
  public static final class Silent implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {}
  }

  /** Writes as many bytes as it is told. */
  public static final class Generous implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
        throws IOException {
      output.write(new byte[Integer.parseInt(read(input))]);
    }
  }

  /** Sleeps when told so. */
  public static final class Sleeper implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
        throws IOException {
      String text = read(input);
      if (text.equals("sleep")) {
        System.out.println("good night");
        sleepForLong();
      }
      write(output, text);
    }
  }

  /** Returns once four calls of one instance are in it at the same time. */
  public static final class Meeting implements RequestStreamHandler {
    private final CountDownLatch missing = new CountDownLatch(4);

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
        throws IOException {
      missing.countDown();
      try {
        write(output, missing.await(20, TimeUnit.SECONDS) ? "met" : "alone");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void sleepForLong() {
    try {
      Thread.sleep(120_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
