package dev.eventprocessor.cli;

import dev.eventprocessor.ProcessorModule;
import dev.eventprocessor.spi.Applications;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The user's application. */
final class ModuleOptions {

  @Option(
      names = "--module",
      paramLabel = "CLASS",
      description =
          "The application's ProcessorModule; without, the only one that the jars declare.")
  private @Nullable String module;

  @Option(
      names = {"--class-path", "-cp"},
      paramLabel = "JARS",
      description =
          "Jars and folders of classes as for java -cp; folder/* for all jars in a folder.")
  private @Nullable String classPath;

  /**
   * Loads the module, whose class loader stays open as long as the process.
   *
   * @throws InputException when there is no such class, or none that is a module
   * @throws dev.eventprocessor.ConfigurationException when no module was named and there is not
   *     exactly one
   */
  ProcessorModule load() {
    if (module == null && classPath == null) {
      throw new InputException("There is no application. Say --module CLASS --class-path JARS.");
    }
    URLClassLoader loader = new URLClassLoader(jars(), ModuleOptions.class.getClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    return module == null ? Applications.module(loader, null) : named(loader, module);
  }

  private static ProcessorModule named(ClassLoader loader, String name) {
    try {
      return Class.forName(name, true, loader)
          .asSubclass(ProcessorModule.class)
          .getConstructor()
          .newInstance();
    } catch (ClassNotFoundException e) {
      throw new InputException(
          "There is no class " + name + " in the jars. Correct --module or --class-path.");
    } catch (ClassCastException e) {
      throw new InputException(
          name + " is no " + ProcessorModule.class.getName() + ". Name the class that registers.");
    } catch (InvocationTargetException e) {
      throw new InputException("The constructor of " + name + " failed: " + e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new InputException(
          name + " has no public constructor without parameters. Give it one, in a public class.");
    } catch (LinkageError e) {
      throw new InputException(
          name + " cannot be loaded: " + e + ". Add the missing jar to --class-path.");
    }
  }

  private URL[] jars() {
    List<URL> jars = new ArrayList<>();
    String entries = classPath == null ? "" : classPath;
    for (String entry : entries.split(File.pathSeparator, -1)) {
      if (entry.endsWith("/*")) {
        addAll(Sources.path(entry.substring(0, entry.length() - 2)), jars);
      } else if (!entry.isEmpty()) {
        add(Sources.path(entry), jars);
      }
    }
    return jars.toArray(new URL[0]);
  }

  private static void addAll(Path folder, List<URL> jars) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
      List<Path> sorted = new ArrayList<>();
      files.forEach(sorted::add);
      sorted.sort(null);
      for (Path jar : sorted) {
        add(jar, jars);
      }
    } catch (IOException e) {
      throw new InputException("There is no folder " + folder + " as --class-path says.");
    }
  }

  private static void add(Path entry, List<URL> jars) {
    if (!Files.exists(entry)) {
      throw new InputException("There is no " + entry + " as --class-path says. Build it first?");
    }
    try {
      jars.add(entry.toUri().toURL());
    } catch (MalformedURLException e) {
      throw new IllegalStateException("A file has a URL", e);
    }
  }
}
