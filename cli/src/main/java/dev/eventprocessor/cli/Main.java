package dev.eventprocessor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program. Its commands read files or standard input and change nothing. */
@Command(
    name = "event-processor",
    mixinStandardHelpOptions = true,
    scope = CommandLine.ScopeType.INHERIT,
    versionProvider = Main.Version.class,
    sortOptions = false,
    usageHelpWidth = 100,
    description = "Shows what event-processor makes of a payload, on your machine.",
    footer = {
      "",
      "Examples:",
      "  event-processor inspect sqs.json",
      "  event-processor match --pattern '{\"source\": [\"aws.s3\"]}' event.json",
      "  event-processor run --module com.example.Alarms --class-path alarms.jar sqs.json",
      "  source <(event-processor completion)",
      "",
      "Exit status: 0 done or yes, 1 no or failed, 2 something cannot be used.",
      "Each command says more: event-processor inspect --help."
    })
public final class Main implements Runnable {

  /** Set by the launcher, which sees what is a terminal: {@code out}, {@code err}, or both. */
  private static final String TERMINAL = "event-processor.terminal";

  private final Terminal terminal;

  private Main(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Runs a command and ends the process with its exit status. */
  public static void main(String[] arguments) {
    int status = run(standard(), arguments);
    System.out.flush();
    System.exit(status);
  }

  /** Runs a command. */
  static int run(Terminal terminal, String... arguments) {
    int status =
        commands(terminal)
            .setOut(new PrintWriter(terminal.out(), true, UTF_8))
            .setErr(new PrintWriter(terminal.err(), true, UTF_8))
            .setColorScheme(
                CommandLine.Help.defaultColorScheme(
                    terminal.look() == Terminal.Look.COLOURED ? Ansi.ON : Ansi.OFF))
            .setParameterExceptionHandler((wrong, given) -> usage(terminal, wrong))
            .setExecutionExceptionHandler((failure, command, given) -> failed(terminal, failure))
            .execute(arguments);
    terminal.out().flush();
    return terminal.out().checkError() ? ExitStatus.ERROR : status;
  }

  private static CommandLine commands(Terminal terminal) {
    return new CommandLine(new Main(terminal))
        .addSubcommand("inspect", new InspectCommand(terminal))
        .addSubcommand("explain", new ExplainCommand(terminal))
        .addSubcommand("match", new MatchCommand(terminal))
        .addSubcommand("run", new RunCommand(terminal))
        .addSubcommand("describe", new DescribeCommand(terminal))
        .addSubcommand("completion", new GenerateCompletion());
  }

  /** Without a command: its help. */
  @Override
  public void run() {
    commands(terminal).usage(terminal.out());
  }

  private static int usage(Terminal terminal, ParameterException wrong) {
    terminal.error(String.valueOf(wrong.getMessage()));
    UnmatchedArgumentException.printSuggestions(
        wrong, new PrintWriter(terminal.err(), true, UTF_8));
    String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
    terminal.err().println("Try: " + command + " --help");
    return ExitStatus.ERROR;
  }

  private static int failed(Terminal terminal, Exception failure) {
    Fault fault = Fault.of(failure);
    terminal.error(fault.text());
    if (fault.id().equals(Fault.UNEXPECTED)) {
      failure.printStackTrace(terminal.err());
    }
    return ExitStatus.ERROR;
  }

  private static Terminal standard() {
    PrintStream out = stream(FileDescriptor.out);
    System.setOut(out); // What processors print stands in its place between the results.
    return new Terminal(
        System.in,
        out,
        System.err,
        isTerminal("out") && System.getenv("NO_COLOR") == null
            ? Terminal.Look.COLOURED
            : Terminal.Look.PLAIN,
        isTerminal("err") ? Terminal.Progress.SHOWN : Terminal.Progress.SILENT);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16), false, UTF_8);
  }

  private static boolean isTerminal(String stream) {
    return System.getProperty(TERMINAL, "").contains(stream);
  }

  /** What {@code --version} prints. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      @Nullable String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"event-processor " + (version == null ? "unbuilt" : version)};
    }
  }
}
