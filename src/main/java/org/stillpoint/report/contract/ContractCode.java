package org.stillpoint.report.contract;

import static j2html.TagCreator.a;
import static j2html.TagCreator.code;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.rawHtml;

import j2html.tags.DomContent;
import j2html.tags.specialized.ATag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Contracts with their methods, in which each word, where it stands first, leads to its line in the {@link Glossary}. */
public final class ContractCode {

    private static final Pattern TOKEN = Pattern.compile("\\\\(?:dl_)?\\w+|\\b[A-Za-z_]+(?:\\[])*");
    private static final String OF_THEORY = "\\dl_";

    /** A contract as code. */
    public record Contract(String proof, DomContent code) {
    }

    private final List<Contract> contracts = new ArrayList<>();
    private final Map<String, Word> words = new LinkedHashMap<>();

    /**
     * The contracts of these proofs, for a page in a directory of the site; without those whose source the build did not pack.
     *
     * @param proofs names such as {@code ZeroInitialization.weightsStayZero}
     */
    public ContractCode(List<String> proofs) {
        proofs.forEach(proof -> ContractSource.of(proof).ifPresent(source -> contracts.add(new Contract(proof, set(source)))));
    }

    /** Whether the build packed the source of a proof's contract. */
    public static boolean isThere(String proof) {
        return ContractSource.of(proof).isPresent();
    }

    /** The contract of a proof, as code. */
    public Optional<DomContent> of(String proof) {
        return contracts.stream().filter(contract -> contract.proof().equals(proof)).map(Contract::code).findFirst();
    }

    /** Whether there is a word to explain. */
    public boolean hasWords() {
        return !words.isEmpty();
    }

    /** The words of all of them, each once. */
    List<Word> words() {
        return List.copyOf(words.values());
    }

    private DomContent set(String source) {
        StringBuilder html = new StringBuilder();
        String text = source.replaceAll("(?m)^    ", "").strip();
        Matcher token = TOKEN.matcher(text);
        int from = 0;
        while (token.find()) {
            html.append(escaped(text.substring(from, token.start()))).append(word(token.group()));
            from = token.end();
        }
        return pre(code(rawHtml(html.append(escaped(text.substring(from))).toString()))).withClass("contract");
    }

    private String word(String token) {
        String name = token.startsWith(OF_THEORY) ? token.substring(OF_THEORY.length()) : token;
        boolean isWord = token.startsWith("\\") || !Words.find(token).map(word -> word.parameters().size() > 0).orElse(true);
        Optional<Word> word = isWord ? Words.find(name) : Optional.empty();
        return word.filter(found -> words.putIfAbsent(found.name(), found) == null).map(found -> link(token, found).render())
                .orElse(escaped(token));
    }

    /** Where it stands first, so that the way through is short; a script links the others for the pointer. */
    private static ATag link(String token, Word word) {
        return a(token).withHref("../" + Glossary.PAGE + "#" + word.id());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
