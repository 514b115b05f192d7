package org.stillpoint.report.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stillpoint.claims.Catalogue;
import org.stillpoint.claims.EvidenceName;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.format.Json;
import org.stillpoint.format.Source;

class GlossaryTest {

    private static final Pattern ROW =
            Pattern.compile("<tr id=\"([^\"]*)\"><th scope=\"row\"><code>([^<]*)</code></th><td>(.*?)</td></tr>");
    private static final Pattern LINK = Pattern.compile("href=\"[.][.]/words[.]html#([^\"]*)\"");
    private static final Pattern CONSTANT =
            Pattern.compile("(?s)\"use strict\";\n\n/[*].*[*]/\nconst STILLPOINT_WORDS = (\\{.*});\n");

    private static List<String> proofs;
    private static Glossary glossary;

    /** The rows of the table: by its place, each word with its arguments, and what it says with arguments in braces. */
    private static Map<String, List<String>> rows;

    @BeforeAll
    static void read() throws IOException {
        proofs = Catalogue.load(Path.of("specs/claims")).claims().stream().flatMap(claim -> claim.evidence().stream())
                .filter(evidence -> evidence.kind() == Kind.PROOF).map(EvidenceName::name).distinct().toList();
        glossary = new Glossary(proofs);
        rows = new LinkedHashMap<>();
        ROW.matcher(glossary.table().render()).results().forEach(row -> rows.put(row.group(1), List.of(plain(row.group(2)),
                plain(row.group(3).replace("<i>", "{").replace("</i>", "}")))));
    }

    private static String plain(String html) {
        return html.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    @Test
    void theTableHasEveryWordThatAContractLeadsToAndNoOther() {
        TreeSet<String> used = new TreeSet<>();
        proofs.forEach(proof -> LINK.matcher(new ContractCode(List.of(proof)).of(proof).orElseThrow().render()).results()
                .forEach(link -> used.add(link.group(1))));

        assertThat(used).hasSizeGreaterThan(100).isEqualTo(new TreeSet<>(rows.keySet()));
        assertThat(rows).containsEntry("word-isZeroAtZero", List.of("isZeroAtZero(rule)", "each activation of {rule} is 0 at 0"))
                .containsEntry("word-jml-result", List.of("\\result", "what the method returns"));
    }

    @Test
    void theScriptSaysTheSameAsTheTable() {
        Map<String, List<String>> said = new LinkedHashMap<>();
        var script = CONSTANT.matcher(glossary.script());
        assertThat(script.matches()).isTrue();
        var words = Json.read(new Source("words.js", script.group(1))).node();
        words.propertyNames().forEach(id ->
                said.put(id, List.of(words.get(id).get(0).asString(), words.get(id).get(1).asString())));

        assertThat(said).isEqualTo(rows);
        assertThat(List.copyOf(said.keySet())).isEqualTo(List.copyOf(rows.keySet()));
    }

    @Test
    void theScriptHoldsNothingThatCouldEndItOrAnElementAroundIt() {
        assertThat(glossary.script()).doesNotContain("<", "\u2028", "\u2029");
    }

    @Test
    void everyBraceOfTheScriptMarksAnArgument() {
        assertThat(rows.values()).allSatisfy(word -> assertThat(word.get(1).replaceAll("\\{\\w+}", "")).doesNotContain("{", "}"));
    }

    @Test
    void theWordsStandInTheOrderOfTheAlphabetAndEveryLetterLeadsToItsFirst() {
        List<String> names = rows.values().stream().map(word -> word.get(0).replaceFirst("^\\\\", "")
                .replaceFirst("[(].*", "").toUpperCase(Locale.ROOT)).toList();
        List<String> letters = new ArrayList<>(new TreeSet<>(names.stream().map(name -> name.substring(0, 1)).toList()));

        assertThat(names).isSorted();
        assertThat(Pattern.compile("href=\"#letter-(.)\"").matcher(glossary.letters().render()).results()
                .map(link -> link.group(1)).toList()).isEqualTo(letters);
        assertThat(Pattern.compile("<tbody id=\"letter-(.)\">").matcher(glossary.table().render()).results()
                .map(part -> part.group(1)).toList()).isEqualTo(letters);
    }

    @Test
    void thereAreNoWordsWhereTheBuildPackedNoContract() {
        assertThat(new Glossary(List.of("Nowhere.atAll")).isEmpty()).isTrue();
    }
}
