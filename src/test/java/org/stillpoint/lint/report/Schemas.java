package org.stillpoint.lint.report;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The schemas that reports are held against. */
public final class Schemas {

    private static final Path SARIF = Path.of(Optional.ofNullable(System.getProperty("stillpoint.sarif.schema"))
            .orElse("src/test/resources/sarif/sarif-2.1.0-rtm.5.json"));
    private static final Path LINT = Path.of("src/main/resources/org/stillpoint/lint/report/lint.schema.json");

    private Schemas() {
    }

    /** What the schema of SARIF 2.1.0 finds wrong. */
    public static List<String> wrongAsSarif(JsonNode json) {
        return wrong(SARIF, SpecificationVersion.DRAFT_4, json);
    }

    /** What our schema finds wrong. */
    public static List<String> wrongAsFindings(JsonNode json) {
        return wrong(LINT, SpecificationVersion.DRAFT_2020_12, json);
    }

    private static List<String> wrong(Path file, SpecificationVersion version, JsonNode json) {
        try {
            Schema schema = SchemaRegistry.withDefaultDialect(version).getSchema(Files.readString(file));
            return schema.validate(json, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                    .stream()
                    .map(Error::toString).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
