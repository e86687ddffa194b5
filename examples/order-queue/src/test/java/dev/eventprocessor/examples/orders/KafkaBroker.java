package dev.eventprocessor.examples.orders;

import dev.eventprocessor.runtimes.FreePort;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A broker of Apache Kafka, no emulator, in this JVM and on loopback. */
final class KafkaBroker implements AutoCloseable {

  private static final String CONTROLLER = "CONTROLLER";

  private final KafkaRaftServer server;
  private final String address;

  private KafkaBroker(KafkaRaftServer server, String address) {
    this.server = server;
    this.address = address;
  }

  /** Starts one that keeps its records in this folder. */
  static KafkaBroker start(Path folder) throws Exception {
    format(folder);
    String address = "127.0.0.1:" + FreePort.onLoopback();
    String controller = "127.0.0.1:" + FreePort.onLoopback();
    KafkaRaftServer server =
        new KafkaRaftServer(
            new KafkaConfig(
                Map.of(
                    "process.roles",
                    "broker,controller",
                    "node.id",
                    "1",
                    "controller.quorum.voters",
                    "1@" + controller,
                    "controller.listener.names",
                    CONTROLLER,
                    "listeners",
                    "PLAINTEXT://" + address + "," + CONTROLLER + "://" + controller,
                    "log.dirs",
                    folder.toString())),
            Time.SYSTEM);
    server.startup();
    return new KafkaBroker(server, address);
  }

  private static void format(Path folder) throws Exception {
    new Formatter()
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(1)
        .setControllerListenerName(CONTROLLER)
        .addDirectory(folder.toString())
        .setMetadataLogDirectory(folder.toString())
        .run();
  }

  /** Host and port. */
  String address() {
    return address;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
