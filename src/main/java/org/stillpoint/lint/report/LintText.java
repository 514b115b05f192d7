package org.stillpoint.lint.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stillpoint.lint.finding.Finding;
import org.stillpoint.lint.finding.LintedFile;
import org.stillpoint.lint.finding.Rule;
import org.stillpoint.lint.finding.Saving;
import org.stillpoint.lint.finding.Words;
import org.stillpoint.modelfile.network.NotAnalysed;

/** What was found in text: a summary, then the worst first, then what was not analysed. However much it is, it stays short. */
public final class LintText {

    private static final int MOST_FINDINGS = 50;
    private static final int MOST_REASONS = 8;
    private static final int UNITS = 8;
    private static final int NAMES = 3;
    private static final int WIDTH = 110;
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder();
    private final List<String> conditions = new ArrayList<>();

    private LintText() {
    }

    public static String of(List<LintedFile> files) {
        LintText written = new LintText();
        for (LintedFile file : files) {
            written.write(file);
            written.text.append('\n');
        }
        written.more(files);
        return written.text.toString();
    }

    private void write(LintedFile file) {
        List<Finding> worth = file.findings().stream().filter(finding -> finding.rule() != Rule.HARMLESS_ZERO).toList();
        List<Finding> harmless = file.findings().stream().filter(finding -> finding.rule() == Rule.HARMLESS_ZERO).toList();
        text.append(headline(file)).append('\n');
        String tensor = null;
        for (Finding finding : worth.subList(0, Math.min(worth.size(), MOST_FINDINGS))) {
            if (!finding.tensor().equals(tensor)) {
                text.append("\n  ").append(SafeText.of(finding.tensor())).append('\n');
                tensor = finding.tensor();
            }
            write(finding);
        }
        if (worth.size() > MOST_FINDINGS) {
            text.append("\n  and ").append(Words.number(worth.size() - MOST_FINDINGS))
                    .append(" more, in full with --format json\n");
        }
        if (!harmless.isEmpty()) {
            text.append('\n');
            wrap("  ", harmless(harmless));
        }
        notAnalysed(file.notAnalysed());
        if (!file.notExamined().isEmpty()) {
            text.append("\n  Left out, as it would have taken too long: ").append(Words.number(file.notExamined().size()))
                    .append('\n');
            file.notExamined().stream().limit(NAMES).forEach(what -> wrap(INDENT, what));
        }
    }

    /** As {@code twins.onnx: 2 things to look at in 12,345 parameters (onnx)}. */
    public static String headline(LintedFile file) {
        long worth = file.findings().stream().filter(finding -> finding.rule() != Rule.HARMLESS_ZERO).count();
        return SafeText.of(file.file()) + ": " + (worth == 0 ? "nothing" : Words.count(worth, "thing")) + " to look at in "
                + Words.count(file.parameters(), "parameter") + " (" + file.format() + ")";
    }

    private void write(Finding finding) {
        text.append(INDENT).append(finding.severity().id()).append(": ").append(finding.rule().id()).append(units(finding, UNITS))
                .append('\n');
        wrap(INDENT + "  ", finding.says());
        wrap(INDENT + "  ", "Do: " + finding.advice());
        if (!finding.saves().isNone()) {
            wrap(INDENT + "  ", "Saves: " + saves(finding.saves()) + ".");
        }
        wrap(INDENT + "  ", "Because: " + basis(finding) + condition(finding) + ".");
    }

    /** The first units of a finding, as {@code , units 3, 17 and 4 more}, or inputs; nothing if it is about none. */
    public static String units(Finding finding, int most) {
        String noun = finding.rule() == Rule.ZERO_INPUT || finding.rule() == Rule.EQUAL_INPUTS ? "input" : "unit";
        return finding.units().isEmpty() ? ""
                : ", " + noun + (finding.units().size() == 1 ? " " : "s ") + Words.first(finding.units(), most);
    }

    /** How much a saving is, in words. */
    public static String saves(Saving saving) {
        return Words.count(saving.parameters(), "parameter") + ", " + Words.count(saving.multiplyAdds(), "multiply-add");
    }

    /** What a finding rests on, in words. */
    public static String basis(Finding finding) {
        String compare = finding.claim().isEmpty() ? "" : ", compare " + finding.claim();
        return switch (finding.basis()) {
            case CERTIFICATE -> (finding.claim().isEmpty() ? "a" : finding.claim() + ", by a")
                    + " certificate that the proved checker accepted";
            case ENTRIES -> "the entries, exactly" + (finding.rule() == Rule.NOT_FINITE ? "" : "; what follows is a heuristic")
                    + compare;
            case DATA -> "what the model computes of the data; no certificate says that it stays so" + compare;
        };
    }

    /** The conditions are told at the end, once each. */
    private String condition(Finding finding) {
        if (finding.condition().isEmpty()) {
            return "";
        }
        if (!conditions.contains(finding.condition())) {
            conditions.add(finding.condition());
        }
        return ", if (" + (1 + conditions.indexOf(finding.condition())) + ")";
    }

    private static String harmless(List<Finding> findings) {
        List<String> tensors = findings.stream().map(Finding::tensor).distinct().map(SafeText::of).toList();
        return Words.count(tensors.size(), "tensor") + " of zeros that " + (tensors.size() == 1 ? "is" : "are") + " no trouble: "
                + Words.first(tensors, NAMES) + ".";
    }

    /** The tensors of which nothing is said, by the reason; of many reasons those that differ only in what they quote are one. */
    public static Map<String, List<String>> byReason(List<NotAnalysed> left) {
        boolean isLong = left.stream().map(NotAnalysed::why).distinct().count() > MOST_REASONS;
        return left.stream().collect(Collectors.groupingBy(each -> isLong
                        ? QUOTED.matcher(SafeText.of(each.why())).replaceAll("\"...\"") : SafeText.of(each.why()),
                LinkedHashMap::new, Collectors.mapping(each -> SafeText.of(each.tensor()), Collectors.toList())));
    }

    private void notAnalysed(List<NotAnalysed> left) {
        if (left.isEmpty()) {
            return;
        }
        Map<String, List<String>> byReason = byReason(left);
        text.append("\n  Not analysed: ").append(Words.count(left.size(), "tensor")).append('\n');
        byReason.entrySet().stream().limit(MOST_REASONS).forEach(reason ->
                wrap(INDENT, reason.getKey() + ": " + Words.first(reason.getValue(), NAMES)));
        if (byReason.size() > MOST_REASONS) {
            text.append(INDENT).append("and ").append(Words.number(byReason.size() - MOST_REASONS)).append(" other reasons\n");
        }
    }

    private void more(List<LintedFile> files) {
        List<Finding> findings = files.stream().flatMap(file -> file.findings().stream()).toList();
        for (int i = 0; i < conditions.size(); i++) {
            wrap("", "(" + (i + 1) + ") " + conditions.get(i) + ".");
        }
        if (findings.stream().anyMatch(finding -> !finding.saves().isNone())) {
            wrap("", "Multiply-adds are those of one sample, of a convolution those of one place of its output.");
        }
        Optional<String> claim = findings.stream().map(Finding::claim).filter(id -> !id.isEmpty()).findFirst();
        wrap("", "Units are counted from 0. --format json has all units and tensors, --html FILE a picture of the layers"
                + claim.map(id -> "; what a claim says: stillpoint claims " + id).orElse("") + ".");
    }

    /** Lines no longer than they should be, unless a word is. */
    private void wrap(String indent, String sentence) {
        StringBuilder line = new StringBuilder(indent);
        boolean isBegun = false;
        for (String word : sentence.split(" ")) {
            if (isBegun && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(indent).append(word);
            } else {
                line.append(isBegun ? " " : "").append(word);
            }
            isBegun = true;
        }
        text.append(line).append('\n');
    }
}
