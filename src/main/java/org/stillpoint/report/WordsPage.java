package org.stillpoint.report;

import static j2html.TagCreator.code;
import static j2html.TagCreator.div;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.join;
import static j2html.TagCreator.p;

import java.util.List;
import java.util.Map;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.claims.EvidenceName;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.report.contract.Glossary;

/** Every word of the contracts on the claims' pages with how it is read, once for all of them. */
final class WordsPage {

    private WordsPage() {
    }

    /** The text of the page and of its script by their paths; nothing if the build packed no contract. */
    static Map<String, String> render(BuiltCatalogue catalogue) {
        List<String> proofs = catalogue.claims().stream().flatMap(built -> built.claim().evidence().stream())
                .filter(name -> name.kind() == Kind.PROOF).map(EvidenceName::name).distinct().toList();
        Glossary glossary = new Glossary(proofs);
        return glossary.isEmpty() ? Map.of() : Map.of(
                Glossary.SCRIPT, glossary.script(),
                Glossary.PAGE, new Page(catalogue, "", "words.css").render("The words of the contracts, and how they are read",
                        h1("The words of the contracts, and how they are read"),
                        p(join("A theorem is a method in Java with a contract in JML: the lines with", code("requires"),
                                "say what is given, those with", code("ensures"), "what then holds. On a claim's page each "
                                + "word of a contract, where it stands first, leads to its line here. Arguments "
                                + "stand in italics.")),
                        p(join("What a contract marks with", code("\\dl_"), "is a function or a predicate of the theory that the "
                                + "proofs use; here it stands without that mark, and what starts with a backslash is a word of "
                                + "JML. Entries, rows, columns, units, layers and steps are numbered from 0."))
                                .withClass("quiet"),
                        glossary.letters(),
                        div(glossary.table())));
    }
}
