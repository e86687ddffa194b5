package dev.eventprocessor.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** What a command reads: files, or standard input. */
final class Sources {

  private static final String STANDARD_INPUT = "-";

  @Parameters(
      paramLabel = "FILE",
      description = "Files to read; standard input for - and where there is none.")
  private List<String> files = new ArrayList<>();

  /** Where a payload comes from, opened when it is its turn. */
  record Source(String name, Terminal terminal) {

    /**
     * All of it.
     *
     * @throws InputException when it cannot be read, or is larger than any payload
     */
    byte[] bytes() {
      try (InputStream input = open()) {
        byte[] bytes = input.readNBytes(LineReader.LONGEST + 1);
        if (bytes.length > LineReader.LONGEST) {
          throw new InputException(
              name + " is larger than " + LineReader.LONGEST + " bytes, the most that is read.");
        }
        return bytes;
      } catch (IOException e) {
        throw unreadable(e);
      }
    }

    InputStream open() throws IOException {
      return name.equals(STANDARD_INPUT)
          ? terminal.in()
          : new BufferedInputStream(Files.newInputStream(path(name)));
    }

    InputException unreadable(IOException e) {
      return new InputException(
          e instanceof NoSuchFileException
              ? "There is no file " + name + "."
              : name
                  + (e instanceof AccessDeniedException
                      ? " may not be read by you."
                      : " cannot be read: it is no file, or reading it failed."));
    }
  }

  /** The sources in the order in which they were named. */
  List<Source> all(Terminal terminal) {
    List<Source> sources = new ArrayList<>();
    for (String file : files.isEmpty() ? List.of(STANDARD_INPUT) : files) {
      sources.add(new Source(file, terminal));
    }
    return sources;
  }

  /** What is done with each source; gives an {@link ExitStatus}. */
  interface Visitor {
    int visit(Source source);
  }

  /** What is done with a source that cannot be used. */
  private interface Complaint {
    void of(Source source, Fault fault);
  }

  /**
   * Visits the sources, and gives the worst exit status. One that cannot be used is told, and those
   * behind it are visited all the same.
   */
  int each(Terminal terminal, Visitor visitor) {
    return each(terminal, visitor, (source, fault) -> {});
  }

  /** The same where each source is answered by a line of JSON: one that cannot be used, as well. */
  int eachAsJson(Terminal terminal, Visitor visitor) {
    return each(
        terminal,
        visitor,
        (source, fault) ->
            EventJson.print(
                terminal.out(), source.name(), line -> EventJson.writeFault(line, fault)));
  }

  private int each(Terminal terminal, Visitor visitor, Complaint complaint) {
    int status = ExitStatus.DONE;
    for (Source source : all(terminal)) {
      try {
        status = Math.max(status, visitor.visit(source));
      } catch (RuntimeException wrong) {
        Fault fault = Fault.of(wrong);
        complaint.of(source, fault);
        terminal.error(source.name() + ": " + fault.text());
        status = ExitStatus.ERROR;
      }
    }
    return status;
  }

  static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new InputException("\"" + name + "\" is no name of a file.");
    }
  }

  /** Answers the cases of all sources. */
  void answer(Terminal terminal, JsonLines.Question question) {
    for (Source source : all(terminal)) {
      try (InputStream input = source.open()) {
        new JsonLines(terminal, question).run(input);
      } catch (IOException e) {
        throw source.unreadable(e);
      }
    }
  }
}
