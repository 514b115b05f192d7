package org.stillpoint.check.verdict;

import java.util.List;

/**
 * A verdict as a report of JUnit, which continuous integration shows: a test case for each claim, and one for the mistake that
 * explains what is wrong.
 */
public final class JUnitXml {

    private final Verdict verdict;

    private JUnitXml(Verdict verdict) {
        this.verdict = verdict;
    }

    public static String of(Verdict verdict) {
        return new JUnitXml(verdict).write();
    }

    private String write() {
        List<LawCount> laws = verdict.laws();
        long failures = laws.stream().filter(law -> law.wrong() > 0).count() + (verdict.isRight() ? 0 : 1);
        String counts = " tests=\"" + (laws.size() + 1) + "\" failures=\"" + failures + "\" errors=\"0\" skipped=\"0\"";
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"stillpoint check\""
                + counts + ">\n  <testsuite name=\"" + escaped(verdict.ability().name()) + "\"" + counts + " time=\"0\">\n");
        for (LawCount law : laws) {
            String message = law.wrong() + " of " + CaseText.counted(law.cases(), "case") + " wrong";
            testcase(xml, law.claim() + " (" + CaseText.counted(law.cases(), "case") + ")", law.wrong() > 0, message, message);
        }
        String why = verdict.isRight() ? "" : verdict.diagnosis().map(explanation -> explanation.simplest().toString())
                .or(() -> verdict.memory().map(Memory::id)).orElse("no mistake that is known here");
        testcase(xml, "diagnosis", !verdict.isRight(), VerdictText.headline(verdict) + ": " + why,
                VerdictText.of(verdict, "stillpoint check --html FILE shows it step by step."));
        return xml.append("  </testsuite>\n</testsuites>\n").toString();
    }

    private void testcase(StringBuilder xml, String name, boolean failed, String message, String text) {
        xml.append("    <testcase classname=\"").append(escaped("stillpoint." + verdict.ability().name())).append("\" name=\"")
                .append(escaped(name)).append("\" time=\"0\"");
        if (failed) {
            xml.append(">\n      <failure type=\"wrong\" message=\"").append(escaped(message)).append("\">").append(escaped(text))
                    .append("</failure>\n    </testcase>\n");
        } else {
            xml.append("/>\n");
        }
    }

    /** For an attribute or for text; characters that XML does not know are left out. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().filter(JUnitXml::isXml).forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        return c == '\n' || c == '\t' || c >= ' ' && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }
}
