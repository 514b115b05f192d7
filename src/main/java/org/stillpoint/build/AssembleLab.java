package org.stillpoint.build;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.OutputFile;
import org.stillpoint.lab.Session;
import org.stillpoint.report.LabPage;

/**
 * The step of the build that puts the lab together as one page, which runs from a file: style sheets, scripts, the runtime of the
 * compiler for the browser, and the engine that it has compiled, compressed. The state that the lab opens with stands in it too,
 * so that there is a picture before the engine has started.
 */
public final class AssembleLab {

    private static final String DOCTYPE = "<!DOCTYPE html>";
    private static final String LICENCES = """
            <!--
            This page contains parts of TeaVM (https://teavm.org, whose class library has parts of Apache Harmony) and of
            Hipparchus (https://hipparchus.org, with software developed at The Apache Software Foundation,
            https://www.apache.org), both under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0.
            They are compiled to WebAssembly, and the exceptions of Hipparchus with the texts of their messages are replaced.
            The rest is Stillpoint, under the MIT License.
            -->""";
    private static final Path WEB = Path.of("src", "lab", "web");
    private static final Path COMPILED = Path.of("target", "lab");
    private static final Pattern STYLE = Pattern.compile("(?m)^ *<link rel=\"stylesheet\" href=\"([a-z-]+\\.css)\">$");
    private static final Pattern SCRIPT = Pattern.compile("(?m)^ *<script src=\"([a-z-]+\\.js)\"></script>$");
    private static final Pattern TEXT =
            Pattern.compile("(?m)^ *<script type=\"text/plain\" id=\"([a-z]+)\"(?: src=\"([a-z-]+\\.js)\")?></script>$");

    private AssembleLab() {
    }

    /**
     * Runs the step.
     *
     * @param args the project's directory
     * @throws IllegalStateException if the page lacks a place for a part, or a part would end it early
     */
    public static void main(String[] args) throws IOException {
        Path project = Path.of(args[0]);
        try {
            String page = page(project.resolve(WEB), project.resolve(COMPILED));
            Path target = project.resolve("target/classes").resolve(LabPage.RESOURCE);
            Files.createDirectories(target.getParent());
            OutputFile.write(target.toString(), page);
        } catch (FormatException e) {
            throw new IllegalStateException("stillpoint: " + e.getMessage());
        }
    }

    /**
     * The page.
     *
     * @param web where the page and its own parts are
     * @param compiled where {@code lab.wasm} and its runtime are
     * @throws FormatException if the page lacks a place for a part, or a part would end it early
     */
    static String page(Path web, Path compiled) {
        String page = text(web.resolve("lab.html"));
        if (!page.startsWith(DOCTYPE)) {
            throw new FormatException(web.resolve("lab.html") + ": another beginning, expected " + DOCTYPE);
        }
        page = DOCTYPE + "\n" + LICENCES + page.substring(DOCTYPE.length());
        page = replaced(page, STYLE, match -> "<style>\n" + closed(web, match.group(1), "</style") + "</style>");
        page = replaced(page, SCRIPT, match -> "<script>\n" + closed(web, match.group(1), "</script") + "</script>");
        page = replaced(page, TEXT, match -> "<script type=\"text/plain\" id=\"" + match.group(1) + "\">"
                + part(web, compiled, match) + "</script>");
        for (String id : List.of("first", "wasm", "runtime", "worker")) {
            if (!page.contains("<script type=\"text/plain\" id=\"" + id + "\">")) {
                throw new FormatException(web.resolve("lab.html") + ": no place for the " + id
                        + ", expected a line <script type=\"text/plain\" id=\"" + id + "\"></script>");
            }
        }
        return page;
    }

    private static String part(Path web, Path compiled, MatchResult match) {
        return switch (match.group(1)) {
            case "first" -> new Session().begin("first", "{}");
            case "wasm" -> Base64.getEncoder().encodeToString(compressed(compiled.resolve("lab.wasm")));
            case "runtime" -> closed(compiled, "classes.wasm-runtime.js", "</script");
            default -> closed(web, match.group(2), "</script");
        };
    }

    /** The text of a part that stands between tags. */
    private static String closed(Path directory, String name, String end) {
        String text = text(directory.resolve(name));
        if (text.contains(end) || text.contains("<!--")) {
            throw new FormatException(directory.resolve(name) + ": contains " + end
                    + " or <!--, expected neither, as it stands in a page");
        }
        return text;
    }

    private static String replaced(String page, Pattern pattern, Function<MatchResult, String> replacement) {
        return pattern.matcher(page).replaceAll(match -> Matcher.quoteReplacement(replacement.apply(match)));
    }

    private static String text(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] compressed(Path file) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream out = new BestCompression(compressed)) {
            out.write(bytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new FormatException(file + ": cannot be read, expected a part of the lab");
        }
    }

    /** As small as it gets: a page is loaded more often than built. */
    private static final class BestCompression extends GZIPOutputStream {

        private BestCompression(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
