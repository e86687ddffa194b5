package dev.eventprocessor.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The public face of a module as text, one line a signature, sorted: what a release promises. Keep
 * it in a golden file, and an API change becomes a diff that someone reads.
 */
public final class PublicApi {

  private PublicApi() {}

  /**
   * Lists public types with their public and protected members.
   *
   * @param classes the folder of compiled classes, {@code target/classes}
   * @param packages the packages that users see
   */
  public static String of(Path classes, List<String> packages) {
    return packages.stream()
        .flatMap(name -> types(classes, name).stream())
        .map(PublicApi::describe)
        .collect(Collectors.joining("\n"));
  }

  private static List<Class<?>> types(Path classes, String packageName) {
    try (Stream<Path> files = Files.list(classes.resolve(packageName.replace('.', '/')))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
          .sorted()
          .map(name -> load(packageName + "." + name.substring(0, name.length() - 6)))
          .filter(PublicApi::isVisible)
          .<Class<?>>map(type -> type)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + packageName + " in " + classes, e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, PublicApi.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(name + " is in the folder but not on the class path", e);
    }
  }

  private static boolean isVisible(Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getEnclosingClass()) {
      if (!Modifier.isPublic(at.getModifiers()) || at.isAnonymousClass()) {
        return false;
      }
    }
    return true;
  }

  private static String describe(Class<?> type) {
    List<String> lines = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      if (isVisible(field)) {
        lines.add(modifiers(field) + field.getGenericType().getTypeName() + " " + field.getName());
      }
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (isVisible(constructor)) {
        lines.add(modifiers(constructor) + "new" + parameters(constructor) + faults(constructor));
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      if (isVisible(method) && !method.isBridge()) {
        String result = method.getGenericReturnType().getTypeName();
        String name = method.getName() + parameters(method) + faults(method);
        lines.add(modifiers(method) + result + " " + name);
      }
    }
    lines.sort(null);
    String header = Modifier.toString(type.getModifiers()) + " " + type.getName();
    return Stream.concat(Stream.of(header + parents(type)), lines.stream().map(line -> "  " + line))
        .collect(Collectors.joining("\n"));
  }

  private static boolean isVisible(Member member) {
    int modifiers = member.getModifiers();
    return (Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers))
        && !member.isSynthetic();
  }

  private static String modifiers(Member member) {
    int told = Modifier.PROTECTED | Modifier.STATIC | Modifier.ABSTRACT;
    String text = Modifier.toString(member.getModifiers() & told);
    return text.isEmpty() ? "" : text + " ";
  }

  private static String parameters(Executable executable) {
    return Arrays.stream(executable.getGenericParameterTypes())
        .map(java.lang.reflect.Type::getTypeName)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String faults(Executable executable) {
    List<String> faults = new ArrayList<>();
    for (Class<?> fault : executable.getExceptionTypes()) {
      faults.add(fault.getName());
    }
    return faults.isEmpty() ? "" : " throws " + String.join(", ", faults);
  }

  private static String parents(Class<?> type) {
    List<String> parents = new ArrayList<>();
    if (type.getSuperclass() != null && type.getSuperclass() != Object.class) {
      parents.add(type.getSuperclass().getName());
    }
    Arrays.stream(type.getInterfaces()).map(Class::getName).forEach(parents::add);
    return parents.isEmpty() ? "" : " : " + String.join(", ", parents);
  }
}
