package dev.eventprocessor;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Loads some classes anew, keeps others away, and knows what was loaded. */
final class Isolated extends ClassLoader {

  private final List<String> anew;
  private final List<String> hidden;
  private final Set<String> loaded = new ConcurrentSkipListSet<>();

  private Isolated(List<String> anew, List<String> hidden) {
    super(Isolated.class.getClassLoader());
    this.anew = anew;
    this.hidden = hidden;
  }

  /** Everything of this library and of Jackson is loaded anew. */
  static Isolated all() {
    return new Isolated(List.of("dev.eventprocessor.", "com.fasterxml.jackson."), List.of());
  }

  /** Jackson is not there; what the library throws is of the classes that the test knows. */
  static Isolated withoutJackson() {
    return new Isolated(
        List.of(
            "dev.eventprocessor.Event",
            "dev.eventprocessor.Path",
            "dev.eventprocessor.Probes",
            "dev.eventprocessor.internal."),
        List.of("com.fasterxml.jackson."));
  }

  /** Runs the class, which is a {@link Runnable} with a constructor that takes nothing. */
  void run(Class<? extends Runnable> probe) throws Exception {
    try {
      ((Runnable) loadClass(probe.getName()).getDeclaredConstructor().newInstance()).run();
    } catch (InvocationTargetException e) {
      throw dev.eventprocessor.spi.Failures.unchecked(e.getCause());
    }
  }

  Set<String> loaded() {
    return loaded;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (isOneOf(hidden, name)) {
      throw new ClassNotFoundException(name);
    }
    boolean isShared = name.endsWith("Exception") || name.endsWith("EventProcessor");
    if (!isOneOf(anew, name) || (isShared && !hidden.isEmpty())) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known == null ? define(name) : known;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream bytes = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      loaded.add(name);
      byte[] code = bytes.readAllBytes();
      return defineClass(name, code, 0, code.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private static boolean isOneOf(List<String> prefixes, String name) {
    return prefixes.stream().anyMatch(name::startsWith);
  }
}
