package dev.eventprocessor.runtimes.azure.worker;

import dev.eventprocessor.runtimes.azure.worker.Wire.Message;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The stand-in's program: connects to the host, loads functions, runs calls, and ends when the host
 * closes the connection.
 */
final class Worker {

  private final DataInputStream from;
  private final DataOutputStream to;
  private final Map<String, LoadedFunction> functions = new ConcurrentHashMap<>();

  /** Unbounded, and named as the worker's own. */
  private final ExecutorService calls = Executors.newCachedThreadPool(namedThreads());

  private List<String> jars = List.of();
  private ClassLoader app = Worker.class.getClassLoader();
  private Instances instances = LoadedFunction::newInstance;

  private Worker(Socket host) throws IOException {
    this.from = new DataInputStream(host.getInputStream());
    this.to = new DataOutputStream(host.getOutputStream());
  }

  /** Argument: the port on loopback where the host listens. */
  public static void main(String[] arguments) throws IOException {
    try (Socket host =
        new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]))) {
      host.setTcpNoDelay(true);
      new Worker(host).serve();
    } catch (EOFException terminated) {
      // The host is done. A call that still runs is never answered.
    }
    Runtime.getRuntime().halt(0);
  }

  private void serve() throws IOException {
    while (true) {
      switch (Wire.message(from)) {
        case START -> jars = Wire.readTexts(from);
        case LOAD -> load();
        case INVOKE -> invoke();
        default -> throw new IOException("The host sent a message that is the worker's");
      }
    }
  }

  private void load() throws IOException {
    String name = Wire.readText(from);
    String className = Wire.readText(from);
    String method = Wire.readText(from);
    String trigger = Wire.readText(from);
    // In a thread of its own: what an Error here leaves is a load that is never answered.
    calls.execute(
        () -> {
          String fault = "";
          try {
            functions.put(name, LoadedFunction.load(appLoader(), className, method, trigger));
          } catch (Exception e) {
            fault = e.getClass().getSimpleName() + ": " + e.getMessage();
          }
          send(Message.LOADED, name, fault);
        });
  }

  /** One loader for the whole app, made at the first load; its parent is the worker's own. */
  private synchronized ClassLoader appLoader() throws MalformedURLException {
    if (app == Worker.class.getClassLoader()) {
      URL[] urls = new URL[jars.size()];
      for (int i = 0; i < urls.length; i++) {
        urls[i] = Path.of(jars.get(i)).toUri().toURL();
      }
      app = new URLClassLoader(urls, Worker.class.getClassLoader());
      instances =
          ServiceLoader.load(
                  com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector.class, app)
              .findFirst()
              .<Instances>map(injector -> type -> injector.getInstance(type))
              .orElse(instances);
    }
    return app;
  }

  private void invoke() throws IOException {
    String id = Wire.readText(from);
    String name = Wire.readText(from);
    ValueKind kind = ValueKind.valueOf(Wire.readText(from));
    byte[] value = Wire.readBytes(from);
    Map<String, String> metadata = Wire.readMap(from);
    Call call = new Call(id, name, kind, value, metadata, line -> send(Message.LOG, id, line));
    calls.execute(() -> run(call));
  }

  /** An Error outside the function's method leaves the call unanswered, as in the worker. */
  private void run(Call call) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(app);
    try {
      LoadedFunction function = functions.get(call.getFunctionName());
      if (function == null) {
        throw new IllegalStateException("the function is not loaded");
      }
      answer(call.getInvocationId(), function.call(call, instances));
    } catch (Exception e) {
      send(Message.FAILED, call.getInvocationId(), rootText(e));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private void answer(String id, @Nullable Object returned) {
    if (returned instanceof Response response) {
      sendResponse(id, sent(response));
    } else {
      send(Message.DONE, id, LoadedFunction.json(returned));
    }
  }

  private void sendResponse(String id, HttpValue response) {
    try {
      Wire.sendResponse(to, id, response);
    } catch (IOException hostIsGone) {
      Runtime.getRuntime().halt(1);
    }
  }

  private static HttpValue sent(Response response) {
    @Nullable Object body = response.getBody();
    if (body == null) {
      return sent(response, ValueKind.NOTHING, new byte[0]);
    }
    if (body instanceof byte[] bytes) {
      return sent(response, ValueKind.BYTES, bytes);
    }
    return body instanceof String text
        ? sent(response, ValueKind.TEXT, text.getBytes(StandardCharsets.UTF_8))
        : sent(
            response, ValueKind.JSON, LoadedFunction.json(body).getBytes(StandardCharsets.UTF_8));
  }

  private static HttpValue sent(Response response, ValueKind kind, byte[] body) {
    String status = Integer.toString(response.getStatusCode());
    return HttpValue.response(status, response.headers(), kind, body);
  }

  private static String rootText(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName() + ": " + root.getMessage();
  }

  private void send(Message message, String... fields) {
    try {
      Wire.send(to, message, fields);
    } catch (IOException hostIsGone) {
      Runtime.getRuntime().halt(1);
    }
  }

  private static java.util.concurrent.ThreadFactory namedThreads() {
    AtomicInteger count = new AtomicInteger();
    return task -> new Thread(task, "pool-2-thread-" + count.incrementAndGet());
  }

  /** Where a function's instance comes from. */
  interface Instances {
    Object of(Class<?> type) throws Exception;
  }
}
