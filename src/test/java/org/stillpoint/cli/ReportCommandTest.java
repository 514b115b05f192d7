package org.stillpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.report.Site;
import picocli.CommandLine;

class ReportCommandTest {

    private static final Path PAGE = Path.of("/home/me/a site/index.html");

    private final List<Path> opened = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    @Test
    void theSiteIsWrittenAndNotOpenedUnlessAsked() {
        assertThat(run(true)).isZero();

        assertThat(directory.resolve("index.html")).hasContent("still");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(directory.resolve("index.html") + System.lineSeparator());
        assertThat(opened).isEmpty();
    }

    @Test
    void itsFirstPageIsOpenedWhenAsked() {
        assertThat(run(true, "--open")).isZero();

        assertThat(opened).containsExactly(directory.resolve("index.html"));
        assertThat(out.toString(StandardCharsets.UTF_8)).hasLineCount(1);
    }

    @Test
    void whereNoBrowserCanBeOpenedItSaysSoAndThePlace() {
        assertThat(run(false, "--open")).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8).lines()).containsExactly(directory.resolve("index.html").toString(),
                "no browser could be opened here: open that file in one");
    }

    @Test
    void everySystemHasItsProgramAndAUnixWithoutAScreenNone() {
        assertThat(PageOpener.command("Linux", true, PAGE)).containsExactly("xdg-open", PAGE.toString());
        assertThat(PageOpener.command("Linux", false, PAGE)).isEmpty();
        assertThat(PageOpener.command("Mac OS X", false, PAGE)).containsExactly("open", PAGE.toString());
        assertThat(PageOpener.command("Windows 11", false, PAGE))
                .containsExactly("rundll32", "url.dll,FileProtocolHandler", PAGE.toUri().toString());
    }

    private int run(boolean browser, String... more) {
        Terminal terminal = new Terminal(new ByteArrayInputStream(new byte[0]), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(OutputStream.nullOutputStream()), false);
        List<String> arguments = new ArrayList<>(List.of("--out", directory.toString()));
        arguments.addAll(List.of(more));
        PageOpener opener = page -> {
            opened.add(page);
            return browser;
        };
        return new CommandLine(new ReportCommand(terminal, () -> new Site(Map.of("index.html", "still")), opener))
                .execute(arguments.toArray(String[]::new));
    }
}
