package dev.eventprocessor.runtimes.aws;

import static dev.eventprocessor.runtimes.aws.DeployedFunctions.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.eventprocessor.runtimes.aws.deployed.Functions;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LambdaDeploymentTest {

  private static final String ECHO = Functions.Echo.class.getName();

  @TempDir Path folder;

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "Lambda's runtime exists for Linux only")
  void aZipWithTheFunctionInALibraryRuns() throws Exception {
    Path zip = DeployedFunctions.zipped(folder);

    try (LambdaFunction function = LambdaFunction.of(zip, ECHO).start()) {
      assertEquals("zip", function.invoke(bytes("zip")).response().text());
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "Lambda's runtime exists for Linux only")
  void aPlainJarRunsAndAMethodCanBeNamed() throws Exception {
    Path jar = DeployedFunctions.shaded(folder.resolve("shaded.jar"));

    try (LambdaFunction function = LambdaFunction.of(jar, ECHO + "::handleRequest").start()) {
      assertEquals("jar", function.invoke(bytes("jar")).response().text());
    }
  }

  @Test
  void anExplodedPackageIsDeletedAndAFolderIsNot() throws Exception {
    Path jar = DeployedFunctions.shaded(folder.resolve("shaded.jar"));

    Deployment exploded = Deployment.of(jar);
    Path temporary = exploded.folder();
    assertTrue(Files.isDirectory(temporary.resolve("dev")));
    exploded.close();
    Deployment asItIs = Deployment.of(folder);
    asItIs.close();

    assertFalse(Files.exists(temporary));
    assertTrue(Files.exists(folder));
  }

  @Test
  void anEntryOutsideTheFolderIsRefused() throws Exception {
    Path zip = folder.resolve("slip.zip");
    try (OutputStream bytes = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(bytes)) {
      entries.putNextEntry(new ZipEntry("../slipped"));
    }

    assertThrows(UncheckedIOException.class, () -> Deployment.of(zip));
  }

  @Test
  void aMissingDeploymentSaysWhatIsWanted() {
    Path missing = folder.resolve("missing.zip");

    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> Deployment.of(missing));

    assertTrue(thrown.getMessage().contains("missing.zip"), thrown::getMessage);
  }
}
