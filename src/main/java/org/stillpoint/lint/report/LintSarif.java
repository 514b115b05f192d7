package org.stillpoint.lint.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.stillpoint.format.Json;
import org.stillpoint.lint.finding.Finding;
import org.stillpoint.lint.finding.LintedFile;
import org.stillpoint.lint.finding.Rule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was found as SARIF 2.1.0, the format of the OASIS for results of static analysis. The same findings give the same
 * bytes.
 */
public final class LintSarif {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final int UNITS = 10;
    private static final int DIGEST = 32;

    private LintSarif() {
    }

    /**
     * The log of one run.
     *
     * @param refused for each file that could not be read what was wrong with it
     * @param version of the program; empty if it is not known
     */
    public static ObjectNode write(List<LintedFile> files, List<String> refused, int exitCode, String version) {
        ObjectNode json = Json.object().put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = json.putArray("runs").addObject();
        driver(run.putObject("tool").putObject("driver"), version);
        invocation(run.putArray("invocations").addObject(), files, refused, exitCode);
        ArrayNode artifacts = run.putArray("artifacts");
        ArrayNode results = run.putArray("results");
        List<String> uris = files.stream().map(file -> FileUri.of(file.file())).distinct().toList();
        for (LintedFile file : files) {
            int artifact = uris.indexOf(FileUri.of(file.file()));
            // The standard wants each artifact once, also that of a file that was named twice.
            if (artifact == artifacts.size()) {
                artifacts.add(artifact(file));
            }
            file.findings().forEach(finding -> results.add(result(finding, uris.get(artifact), artifact)));
        }
        run.put("columnKind", "utf16CodeUnits");
        return json;
    }

    private static void driver(ObjectNode driver, String version) {
        driver.put("name", "stillpoint");
        if (!version.isEmpty()) {
            driver.put("version", version);
        }
        driver.putObject("shortDescription").put("text", "Machine-checked facts about backpropagation at special starts.");
        ArrayNode rules = driver.putArray("rules");
        for (Rule rule : Rule.values()) {
            ObjectNode json = rules.addObject().put("id", rule.id());
            json.putObject("shortDescription").put("text", rule.title() + ".");
            json.putObject("fullDescription").put("text", rule.title() + ". " + rule.help());
            json.putObject("help").put("text", rule.help());
            json.putObject("defaultConfiguration").put("level", rule.severity().id());
        }
    }

    private static void invocation(ObjectNode invocation, List<LintedFile> files, List<String> refused, int exitCode) {
        invocation.put("executionSuccessful", refused.isEmpty()).put("exitCode", exitCode).put("exitCodeDescription",
                switch (exitCode) {
                    case 0 -> "nothing at or above the severity that fails";
                    case 1 -> "something at or above the severity that fails";
                    default -> "a file could not be read";
                });
        ArrayNode notifications = invocation.putArray("toolExecutionNotifications");
        refused.forEach(what -> notifications.addObject().put("level", "error").putObject("message").put("text", what));
        files.forEach(file -> file.notExamined().forEach(what -> notifications.addObject().put("level", "note")
                .putObject("message").put("text", SafeText.of(file.file())
                        + ": left out, as it would have taken too long: " + what)));
    }

    private static ObjectNode artifact(LintedFile file) {
        ObjectNode artifact = Json.object();
        artifact.putObject("location").put("uri", FileUri.of(file.file()));
        artifact.putArray("roles").add("analysisTarget");
        artifact.putObject("properties").put("format", file.format()).put("parameters", file.parameters())
                .put("notAnalysed", file.notAnalysed().size());
        return artifact;
    }

    private static ObjectNode result(Finding finding, String uri, int artifact) {
        ObjectNode result = Json.object().put("ruleId", finding.rule().id()).put("ruleIndex", finding.rule().ordinal())
                .put("level", finding.severity().id());
        result.putObject("message").put("text", SafeText.of(finding.tensor()) + ": " + finding.says() + " To do: "
                + finding.advice());
        ObjectNode location = result.putArray("locations").addObject();
        location.putObject("physicalLocation").putObject("artifactLocation").put("uri", uri).put("index", artifact);
        ArrayNode logical = location.putArray("logicalLocations");
        logical.addObject().put("name", finding.tensor()).put("fullyQualifiedName", finding.tensor()).put("kind", "variable");
        finding.units().stream().limit(UNITS).forEach(unit -> logical.addObject().put("name", String.valueOf(unit))
                .put("fullyQualifiedName", finding.tensor() + "[" + unit + "]").put("kind", "element"));
        result.putObject("partialFingerprints").put("finding/v1", fingerprint(finding));
        ObjectNode properties = result.putObject("properties");
        finding.units().forEach(properties.putArray("units")::add);
        LintJson.properties(properties, finding);
        properties.set("saves", LintJson.saves(finding.saves()));
        return result;
    }

    /** Of where it is and what it is, so that it is known again in another run; other words do not change it. */
    private static String fingerprint(Finding finding) {
        try {
            String what = finding.rule().id() + "\n" + finding.tensor() + "\n" + finding.units();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
