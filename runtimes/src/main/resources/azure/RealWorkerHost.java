import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.azure.functions.rpc.messages.BindingInfo;
import com.microsoft.azure.functions.rpc.messages.CollectionBytes;
import com.microsoft.azure.functions.rpc.messages.CollectionString;
import com.microsoft.azure.functions.rpc.messages.FunctionLoadRequest;
import com.microsoft.azure.functions.rpc.messages.FunctionRpcGrpc;
import com.microsoft.azure.functions.rpc.messages.InvocationRequest;
import com.microsoft.azure.functions.rpc.messages.InvocationResponse;
import com.microsoft.azure.functions.rpc.messages.ParameterBinding;
import com.microsoft.azure.functions.rpc.messages.RpcFunctionMetadata;
import com.microsoft.azure.functions.rpc.messages.RpcHttp;
import com.microsoft.azure.functions.rpc.messages.RpcLog;
import com.microsoft.azure.functions.rpc.messages.StatusResult;
import com.microsoft.azure.functions.rpc.messages.StreamingMessage;
import com.microsoft.azure.functions.rpc.messages.TypedData;
import com.microsoft.azure.functions.rpc.messages.WorkerInitRequest;
import com.microsoft.azure.functions.shaded.com.google.protobuf.ByteString;
import com.microsoft.azure.functions.shaded.io.grpc.Server;
import com.microsoft.azure.functions.shaded.io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import com.microsoft.azure.functions.shaded.io.grpc.stub.StreamObserver;
import dev.eventprocessor.runtimes.azure.worker.HttpValue;
import dev.eventprocessor.runtimes.azure.worker.ValueKind;
import dev.eventprocessor.runtimes.azure.worker.Wire;
import dev.eventprocessor.runtimes.azure.worker.Wire.Message;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The Functions host's part for the real Java worker, between the project's own protocol and the
 * worker's: started by {@code java RealWorkerHost.java} with the worker's jar on the class path,
 * whose relocated gRPC and generated messages are on no registry. So it is compiled only where that
 * jar is.
 */
final class RealWorkerHost {

  private static final int LARGEST_MESSAGE = 128 * 1024 * 1024;

  private final Path app;
  private final Path workerFolder;
  private final DataOutputStream answers;
  private final Map<String, String> triggers = new ConcurrentHashMap<>();
  private final CountDownLatch initialised = new CountDownLatch(1);
  private volatile StreamObserver<StreamingMessage> worker;

  private RealWorkerHost(Path app, Path workerFolder, DataOutputStream answers) {
    this.app = app;
    this.workerFolder = workerFolder;
    this.answers = answers;
  }

  /** Arguments: our port on loopback, the worker's jar, its folder, the packaged app. */
  public static void main(String[] arguments) throws Exception {
    try (Socket tests =
        new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]))) {
      RealWorkerHost host =
          new RealWorkerHost(
              Path.of(arguments[3]),
              Path.of(arguments[2]),
              new DataOutputStream(tests.getOutputStream()));
      Server server = host.listen();
      Process process = startWorker(arguments[1], server.getPort());
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      if (!host.initialised.await(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("The worker did not initialise");
      }
      host.serve(new DataInputStream(tests.getInputStream()));
    } catch (EOFException terminated) {
      // The tests are done. A call that still runs is never answered.
    }
    System.exit(0);
  }

  private static Process startWorker(String jar, int port) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+TieredCompilation",
            "-XX:TieredStopAtLevel=1",
            "-Djava.net.preferIPv4Stack=true",
            "-jar",
            jar,
            "--host",
            "127.0.0.1",
            "--port",
            Integer.toString(port),
            "--workerId",
            "worker-1",
            "--requestId",
            "request-1",
            "--grpcMaxMessageLength",
            Integer.toString(LARGEST_MESSAGE),
            "--functions-uri",
            "http://127.0.0.1:" + port + "/",
            "--functions-worker-id",
            "worker-1",
            "--functions-request-id",
            "request-1",
            "--functions-grpc-max-message-length",
            Integer.toString(LARGEST_MESSAGE))
        .inheritIO()
        .start();
  }

  private Server listen() throws IOException {
    return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
        .maxInboundMessageSize(LARGEST_MESSAGE)
        .addService(
            new FunctionRpcGrpc.FunctionRpcImplBase() {
              @Override
              public StreamObserver<StreamingMessage> eventStream(
                  StreamObserver<StreamingMessage> toWorker) {
                worker = toWorker;
                return fromWorker();
              }
            })
        .build()
        .start();
  }

  private StreamObserver<StreamingMessage> fromWorker() {
    return new StreamObserver<>() {
      @Override
      public void onNext(StreamingMessage message) {
        received(message);
      }

      @Override
      public void onError(Throwable gone) {
        System.exit(1);
      }

      @Override
      public void onCompleted() {
        System.exit(0);
      }
    };
  }

  private void received(StreamingMessage message) {
    switch (message.getContentCase()) {
      case START_STREAM ->
          toWorker(
              StreamingMessage.newBuilder()
                  .setWorkerInitRequest(
                      WorkerInitRequest.newBuilder()
                          .setHostVersion("4.1037.0")
                          .setWorkerDirectory(workerFolder.toString())
                          .setFunctionAppDirectory(app.toString())));
      case WORKER_INIT_RESPONSE -> initialised.countDown();
      case FUNCTION_LOAD_RESPONSE -> {
        StatusResult result = message.getFunctionLoadResponse().getResult();
        boolean loaded = result.getStatus() == StatusResult.Status.Success;
        answer(
            Message.LOADED,
            message.getFunctionLoadResponse().getFunctionId(),
            loaded ? "" : result.getException().getMessage());
      }
      case INVOCATION_RESPONSE -> answer(message.getInvocationResponse());
      case RPC_LOG -> {
        RpcLog log = message.getRpcLog();
        if (log.getLogCategory() == RpcLog.RpcLogCategory.User
            && !log.getInvocationId().isEmpty()) {
          answer(Message.LOG, log.getInvocationId(), log.getMessage());
        }
      }
      default -> {}
    }
  }

  private void answer(InvocationResponse response) {
    StatusResult result = response.getResult();
    if (result.getStatus() == StatusResult.Status.Success) {
      TypedData value = response.getReturnValue();
      if (value.getDataCase() == TypedData.DataCase.HTTP) {
        answer(response.getInvocationId(), value.getHttp());
        return;
      }
      String json =
          switch (value.getDataCase()) {
            case JSON -> value.getJson();
            case STRING -> new Gson().toJson(value.getString());
            default -> "null";
          };
      answer(Message.DONE, response.getInvocationId(), json);
    } else {
      answer(Message.FAILED, response.getInvocationId(), result.getException().getMessage());
    }
  }

  /** The host reads JSON's null as no body. */
  private void answer(String id, RpcHttp http) {
    TypedData body = http.getBody();
    ValueKind kind =
        switch (body.getDataCase()) {
          case STRING -> ValueKind.TEXT;
          case BYTES -> ValueKind.BYTES;
          case JSON -> body.getJson().equals("null") ? ValueKind.NOTHING : ValueKind.JSON;
          default -> ValueKind.NOTHING;
        };
    ByteString bytes =
        switch (kind) {
          case TEXT -> body.getStringBytes();
          case BYTES -> body.getBytes();
          case JSON -> body.getJsonBytes();
          default -> ByteString.EMPTY;
        };
    try {
      Wire.sendResponse(
          answers,
          id,
          HttpValue.response(
              http.getStatusCode(), http.getHeadersMap(), kind, bytes.toByteArray()));
    } catch (IOException testsAreGone) {
      System.exit(1);
    }
  }

  private void serve(DataInputStream tests) throws IOException {
    while (true) {
      switch (Wire.message(tests)) {
        // The worker finds the jars by itself, beside the function's own.
        case START -> Wire.readTexts(tests);
        case LOAD -> load(tests);
        case INVOKE -> invoke(tests);
        default -> throw new IOException("The tests sent a message that is the worker's");
      }
    }
  }

  private void load(DataInputStream tests) throws IOException {
    String name = Wire.readText(tests);
    String className = Wire.readText(tests);
    String method = Wire.readText(tests);
    triggers.put(name, Wire.readText(tests));
    Path folder = app.resolve(name);
    JsonObject json =
        JsonParser.parseString(Files.readString(folder.resolve("function.json"))).getAsJsonObject();
    RpcFunctionMetadata.Builder metadata =
        RpcFunctionMetadata.newBuilder()
            .setName(name)
            .setDirectory(folder.toString())
            .setScriptFile(
                folder.resolve(json.get("scriptFile").getAsString()).normalize().toString())
            .setEntryPoint(className + "." + method);
    for (JsonElement element : json.getAsJsonArray("bindings")) {
      JsonObject binding = element.getAsJsonObject();
      metadata
          .addRawBindings(binding.toString())
          .putBindings(
              binding.get("name").getAsString(),
              BindingInfo.newBuilder()
                  .setType(binding.get("type").getAsString())
                  .setDirection(
                      BindingInfo.Direction.valueOf(binding.get("direction").getAsString()))
                  .build());
    }
    toWorker(
        StreamingMessage.newBuilder()
            .setFunctionLoadRequest(
                FunctionLoadRequest.newBuilder().setFunctionId(name).setMetadata(metadata)));
  }

  private void invoke(DataInputStream tests) throws IOException {
    InvocationRequest.Builder request =
        InvocationRequest.newBuilder().setInvocationId(Wire.readText(tests));
    String function = Wire.readText(tests);
    ValueKind kind = ValueKind.valueOf(Wire.readText(tests));
    byte[] sent = Wire.readBytes(tests);
    ByteString bytes = ByteString.copyFrom(sent);
    TypedData.Builder value = TypedData.newBuilder();
    switch (kind) {
      case TEXT -> value.setStringBytes(bytes);
      case JSON -> value.setJsonBytes(bytes);
      case BYTES -> value.setBytes(bytes);
      case TEXTS -> {
        CollectionString.Builder texts = CollectionString.newBuilder();
        list(sent).forEach(text -> texts.addStringBytes(ByteString.copyFrom(text)));
        value.setCollectionString(texts);
      }
      case BYTES_LIST -> {
        CollectionBytes.Builder list = CollectionBytes.newBuilder();
        list(sent).forEach(element -> list.addBytes(ByteString.copyFrom(element)));
        value.setCollectionBytes(list);
      }
      case HTTP -> value.setHttp(http(sent));
      case NOTHING -> {}
    }
    request
        .setFunctionId(function)
        .addInputData(ParameterBinding.newBuilder().setName(triggers.get(function)).setData(value));
    Wire.readMap(tests)
        .forEach(
            (name, text) ->
                request.putTriggerMetadata(name, TypedData.newBuilder().setString(text).build()));
    toWorker(StreamingMessage.newBuilder().setInvocationRequest(request));
  }

  private static RpcHttp http(byte[] sent) throws IOException {
    HttpValue http = HttpValue.read(new DataInputStream(new ByteArrayInputStream(sent)));
    RpcHttp.Builder request =
        RpcHttp.newBuilder()
            .setMethod(http.method())
            .setUrl(http.url())
            .putAllHeaders(http.headers());
    ByteString body = ByteString.copyFrom(http.body());
    switch (http.bodyKind()) {
      case TEXT -> request.setBody(TypedData.newBuilder().setStringBytes(body));
      case BYTES -> request.setBody(TypedData.newBuilder().setBytes(body));
      default -> {}
    }
    return request.build();
  }

  private static List<byte[]> list(byte[] sent) throws IOException {
    return Wire.readBytesList(new DataInputStream(new ByteArrayInputStream(sent)));
  }

  /** The stream takes one message at a time. */
  private synchronized void toWorker(StreamingMessage.Builder message) {
    worker.onNext(message.setRequestId("request-1").build());
  }

  private void answer(Message message, String... fields) {
    try {
      Wire.send(answers, message, fields);
    } catch (IOException testsAreGone) {
      System.exit(1);
    }
  }
}
