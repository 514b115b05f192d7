package org.stillpoint.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContinuousIntegrationTest {

    private static final Path SCRIPT = Path.of(".ci/run");
    private static final String BROWSER = "-Dstillpoint.browser=required";

    @Test
    void itRunsCommandsOfTheReadmeAndNoOthers() throws IOException {
        List<String> run = Files.readAllLines(SCRIPT).stream()
                .map(line -> line.strip().replace("mvn -B", "mvn").replace(" \"$browser\"", ""))
                .filter(line -> line.startsWith("mvn ") || line.startsWith("apt-get ")).toList();

        assertThat(run).contains("mvn verify -Pcoq", "mvn test");
        assertThat(typed()).containsAll(run);
    }

    @Test
    void whereThereIsABrowserItsTestsMayNotBeSkipped() throws IOException {
        assertThat(SCRIPT).content().contains("browser=" + BROWSER, "mvn -B verify -Pcoq \"$browser\"",
                "mvn -B verify \"$browser\"");
        assertThat(typed()).contains("mvn verify " + BROWSER);
    }

    private static List<String> typed() throws IOException {
        return Files.readAllLines(Path.of("README.md")).stream().map(String::strip).toList();
    }
}
