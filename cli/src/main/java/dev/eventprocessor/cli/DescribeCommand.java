package dev.eventprocessor.cli;

import dev.eventprocessor.spi.Applications;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code describe}: the registry of an application. */
@Command(
    name = "describe",
    description = "Lists an application's processors, in the order in which they are asked.",
    footer = {
      "",
      "Examples:",
      "  event-processor describe --module com.example.AlarmProcessors --class-path alarms.jar",
      "  event-processor describe --class-path 'target/lib/*:target/classes'",
      "",
      "Exit status: 0 it was listed, 2 there is no such application, or it is faulty."
    })
final class DescribeCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private ModuleOptions application = new ModuleOptions();

  DescribeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal.out().println(Applications.build(application.load()).describe());
    return ExitStatus.DONE;
  }
}
