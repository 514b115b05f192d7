package org.stillpoint.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.report.LabPage;

class AssembleLabTest {

    private static final Pattern WASM = Pattern.compile("<script type=\"text/plain\" id=\"wasm\">([^<]*)</script>");
    private static final byte[] ENGINE = {0, 97, 115, 109, -1, -128};

    @TempDir
    Path project;
    private Path web;

    @BeforeEach
    void write() throws IOException {
        web = Files.createDirectories(project.resolve("src/lab/web"));
        Files.writeString(web.resolve("lab.html"), """
                <!DOCTYPE html>
                <head>
                <link rel="stylesheet" href="lab.css">
                </head>
                <script type="text/plain" id="first"></script>
                <script type="text/plain" id="runtime"></script>
                <script type="text/plain" id="worker" src="lab-worker.js"></script>
                <script type="text/plain" id="wasm"></script>
                  <script src="lab-page.js"></script>
                <script>later();</script>
                """);
        Files.writeString(web.resolve("lab.css"), "p { margin: 0 }\n");
        Files.writeString(web.resolve("lab-worker.js"), "work('$1 \\\\');\n");
        Files.writeString(web.resolve("lab-page.js"), "if (1 < 2 && true) page();\n");
        Path compiled = Files.createDirectories(project.resolve("target/lab"));
        Files.write(compiled.resolve("lab.wasm"), ENGINE);
        Files.writeString(compiled.resolve("classes.wasm-runtime.js"), "var TeaVM;");
    }

    private String assembled() throws IOException {
        AssembleLab.main(new String[] {project.toString()});
        return Files.readString(project.resolve("target/classes").resolve(LabPage.RESOURCE));
    }

    @Test
    void everyPartStandsInThePageAsItIs() throws IOException {
        assertThat(assembled()).contains("<style>\np { margin: 0 }\n</style>", "<script>\nif (1 < 2 && true) page();\n</script>",
                "<script type=\"text/plain\" id=\"runtime\">var TeaVM;</script>",
                "<script type=\"text/plain\" id=\"worker\">work('$1 \\\\');\n</script>", "<script>later();</script>")
                .doesNotContain("src=", "href=");
    }

    @Test
    void theEngineIsCompressedAndComesOutAsItWas() throws IOException {
        Matcher wasm = WASM.matcher(assembled());

        assertThat(wasm.find()).isTrue();
        assertThat(new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(wasm.group(1)))).readAllBytes())
                .isEqualTo(ENGINE);
    }

    @Test
    void theFirstStateStandsInThePage() throws IOException {
        assertThat(assembled()).contains("<script type=\"text/plain\" id=\"first\">{\"step\":0,", "\"claim\":\"ZERO-2\"");
    }

    @Test
    void theLicencesOfWhatItContainsAreNamed() throws IOException {
        assertThat(assembled()).startsWith("<!DOCTYPE html>\n<!--\n")
                .contains("TeaVM", "Hipparchus", "Apache License, Version 2.0");
    }

    @Test
    void twoBuildsMakeTheSamePage() throws IOException {
        assertThat(assembled()).isEqualTo(assembled());
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "wasm", "runtime", "worker"})
    void aPageWithoutAPlaceForAPartStopsTheBuild(String id) throws IOException {
        Path page = web.resolve("lab.html");
        Files.writeString(page, Files.readString(page).replaceAll("(?m)^.* id=\"" + id + "\".*$", ""));

        assertThatThrownBy(this::assembled).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no place for the " + id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x = '</script>';", "x = '<!--';"})
    void aScriptThatWouldEndItselfStopsTheBuild(String script) throws IOException {
        Files.writeString(web.resolve("lab-page.js"), script);

        assertThatThrownBy(this::assembled).isInstanceOf(IllegalStateException.class).hasMessageContaining("expected neither");
    }

    @Test
    void aPartThatIsNotThereStopsTheBuild() throws IOException {
        Files.delete(project.resolve("target/lab/lab.wasm"));

        assertThatThrownBy(this::assembled).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("expected a part of the lab");
    }
}
