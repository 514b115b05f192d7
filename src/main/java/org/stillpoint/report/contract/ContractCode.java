package org.stillpoint.report.contract;

import static j2html.TagCreator.a;
import static j2html.TagCreator.code;
import static j2html.TagCreator.each;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import j2html.tags.specialized.ATag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Contracts with their methods, in which each word leads to its line in one table of words. */
public final class ContractCode {

    private static final Pattern TOKEN = Pattern.compile("\\\\(?:dl_)?\\w+|\\b[A-Za-z_]+(?:\\[])*");
    private static final String OF_THEORY = "\\dl_";

    /** A contract as code. */
    public record Contract(String proof, DomContent code) {
    }

    private final List<Contract> contracts = new ArrayList<>();
    private final Map<String, Word> words = new LinkedHashMap<>();

    /**
     * The contracts of these proofs, without those whose source the build did not pack.
     *
     * @param proofs names such as {@code ZeroInitialization.weightsStayZero}
     */
    public ContractCode(List<String> proofs) {
        proofs.forEach(proof -> ContractSource.of(proof).ifPresent(source -> contracts.add(new Contract(proof, set(source)))));
    }

    /** The contract of a proof, as code. */
    public Optional<DomContent> of(String proof) {
        return contracts.stream().filter(contract -> contract.proof().equals(proof)).map(Contract::code).findFirst();
    }

    /** Whether there is a word to explain. */
    public boolean hasWords() {
        return !words.isEmpty();
    }

    /** The words of all of them, each once, in the order in which a reader meets them. */
    public DomContent words() {
        return table(thead(tr(th("word"), th("how it is read"))), tbody(each(words.values(), Word::row))).withClass("words");
    }

    private DomContent set(String source) {
        StringBuilder html = new StringBuilder();
        Set<String> met = new TreeSet<>();
        String text = source.replaceAll("(?m)^    ", "").strip();
        Matcher token = TOKEN.matcher(text);
        int from = 0;
        while (token.find()) {
            html.append(escaped(text.substring(from, token.start()))).append(set(token.group(), met));
            from = token.end();
        }
        return pre(code(rawHtml(html.append(escaped(text.substring(from))).toString()))).withClass("contract");
    }

    private String set(String token, Set<String> met) {
        String name = token.startsWith(OF_THEORY) ? token.substring(OF_THEORY.length()) : token;
        boolean isWord = token.startsWith("\\") || !Words.find(token).map(word -> word.parameters().size() > 0).orElse(true);
        Optional<Word> word = isWord ? Words.find(name) : Optional.empty();
        word.ifPresent(found -> words.putIfAbsent(found.name(), found));
        return word.map(found -> link(token, found, met.add(found.name())).render()).orElse(escaped(token));
    }

    /** Only where it stands first in a contract can a word be reached by the keyboard, so that the way through is short. */
    private static ATag link(String token, Word word, boolean first) {
        ATag link = a(token).withClass("word").withHref("#" + word.id());
        return first ? link : link.attr("tabindex", "-1");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
