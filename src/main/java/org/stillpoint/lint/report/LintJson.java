package org.stillpoint.lint.report;

import java.util.List;
import org.stillpoint.format.Json;
import org.stillpoint.lint.finding.Finding;
import org.stillpoint.lint.finding.LintedFile;
import org.stillpoint.lint.finding.Saving;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was found as JSON; {@code lint.schema.json} beside this class says what it looks like. Nothing is left out. */
public final class LintJson {

    private LintJson() {
    }

    public static ObjectNode write(List<LintedFile> files) {
        ObjectNode json = Json.object();
        ArrayNode array = json.putArray("files");
        files.forEach(file -> array.add(write(file)));
        return json;
    }

    private static ObjectNode write(LintedFile file) {
        ObjectNode json = Json.object().put("file", file.file()).put("format", file.format())
                .put("parameters", file.parameters());
        file.analysed().forEach(json.putArray("analysed")::add);
        ArrayNode notAnalysed = json.putArray("notAnalysed");
        file.notAnalysed().forEach(left -> notAnalysed.addObject().put("tensor", left.tensor()).put("why", left.why()));
        ArrayNode findings = json.putArray("findings");
        file.findings().forEach(finding -> findings.add(write(finding)));
        return json;
    }

    private static ObjectNode write(Finding finding) {
        ObjectNode json = Json.object().put("id", finding.rule().id()).put("severity", finding.severity().id())
                .put("tensor", finding.tensor());
        finding.units().forEach(json.putArray("units")::add);
        properties(json, finding);
        json.put("says", finding.says()).put("do", finding.advice());
        json.set("saves", saves(finding.saves()));
        return json;
    }

    /** On what a finding rests. */
    static void properties(ObjectNode json, Finding finding) {
        json.put("claim", finding.claim().isEmpty() ? null : finding.claim()).put("certificate", finding.certificate())
                .put("condition", finding.condition().isEmpty() ? null : finding.condition());
    }

    static ObjectNode saves(Saving saving) {
        return Json.object().put("parameters", saving.parameters()).put("multiplyAdds", saving.multiplyAdds());
    }
}
