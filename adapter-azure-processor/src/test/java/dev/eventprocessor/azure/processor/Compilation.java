package dev.eventprocessor.azure.processor;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Sources compiled in this JVM, with the processor; nothing touches the disk. */
final class Compilation {

  private final Map<String, Memory> written = new TreeMap<>();
  private final List<String> messages = new ArrayList<>();

  private Compilation() {}

  /** Compiles files by their names, against the class path of the test. */
  static Compilation of(Map<String, String> sources) {
    Compilation compilation = new Compilation();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<Memory> files = new ArrayList<>();
    sources.forEach((name, text) -> files.add(new Memory(name, JavaFileObject.Kind.SOURCE, text)));
    JavaFileManager standard = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null);
    JavaCompiler.CompilationTask task =
        compiler.getTask(
            new StringWriter(),
            compilation.files(standard),
            diagnostics,
            List.of("--release", "17", "-Xlint:all,-processing,-classfile"),
            null,
            files);
    task.setProcessors(List.of(new AzureFunctionProcessor()));
    task.call();
    for (Diagnostic<? extends JavaFileObject> each : diagnostics.getDiagnostics()) {
      compilation.messages.add(
          each.getKind() + " line " + each.getLineNumber() + ": " + each.getMessage(Locale.ROOT));
    }
    return compilation;
  }

  /** Compiles a {@code package-info.java} of the package {@code app}. */
  static Compilation ofPackage(String annotations) {
    return of(Map.of("app/package-info", IMPORTS.formatted(annotations)));
  }

  private static final String IMPORTS =
      """
      %s
      package app;

      import com.microsoft.azure.functions.annotation.*;
      import dev.eventprocessor.azure.AzureFunction;
      """;

  /** What the compiler and the processor said, with the lines they said it of. */
  List<String> messages() {
    return messages;
  }

  /** The text of a generated class. */
  String source(String name) {
    Memory file = written.get(name + ".java");
    if (file == null) {
      throw new IllegalStateException(name + " was not written: " + messages + written.keySet());
    }
    return file.text();
  }

  /** The names of all that was generated. */
  List<String> files() {
    return List.copyOf(written.keySet());
  }

  /** The class as it was compiled, in a loader of its own. */
  Class<?> load(String name) throws ClassNotFoundException {
    ClassLoader loader =
        new ClassLoader(Compilation.class.getClassLoader()) {
          @Override
          protected Class<?> findClass(String className) throws ClassNotFoundException {
            Memory file = written.get(className.replace('.', '/') + ".class");
            if (file == null) {
              throw new ClassNotFoundException(className);
            }
            byte[] bytes = file.bytes();
            return defineClass(className, bytes, 0, bytes.length);
          }
        };
    return loader.loadClass(name);
  }

  private JavaFileManager files(JavaFileManager standard) {
    return new ForwardingJavaFileManager<>(standard) {
      @Override
      public JavaFileObject getJavaFileForOutput(
          Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        Memory file = new Memory(className.replace('.', '/'), kind, "");
        written.put(className.replace('.', '/') + kind.extension, file);
        return file;
      }
    };
  }

  /** A file that is kept here. */
  private static final class Memory extends SimpleJavaFileObject {
    private java.io.ByteArrayOutputStream content = new java.io.ByteArrayOutputStream();

    Memory(String name, Kind kind, String text) {
      super(URI.create("memory:///" + name + kind.extension), kind);
      content.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    String text() {
      return content.toString(StandardCharsets.UTF_8);
    }

    byte[] bytes() {
      return content.toByteArray();
    }

    @Override
    public java.io.InputStream openInputStream() {
      return new java.io.ByteArrayInputStream(bytes());
    }

    @Override
    public java.io.OutputStream openOutputStream() {
      content = new java.io.ByteArrayOutputStream();
      return content;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text();
    }

    @Override
    public java.io.Writer openWriter() {
      return new StringWriter() {
        @Override
        public void close() throws IOException {
          super.close();
          try {
            content = new java.io.ByteArrayOutputStream();
            content.write(toString().getBytes(StandardCharsets.UTF_8));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      };
    }
  }
}
