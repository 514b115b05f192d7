package org.stillpoint.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContinuousIntegrationTest {

    @Test
    void itRunsCommandsOfTheReadmeAndNoOthers() throws IOException {
        List<String> typed = Files.readAllLines(Path.of("README.md")).stream().map(String::strip).toList();
        List<String> run = Files.readAllLines(Path.of(".ci/run")).stream().map(line -> line.strip().replace("mvn -B", "mvn"))
                .filter(line -> line.startsWith("mvn ") || line.startsWith("apt-get ")).toList();

        assertThat(run).contains("mvn verify -Pcoq", "mvn test");
        assertThat(typed).containsAll(run);
    }
}
