package org.stillpoint.proof.saved;

import de.uka.ilkd.key.nparser.KeYParser.DeclsContext;
import de.uka.ilkd.key.nparser.KeYParser.FileContext;
import de.uka.ilkd.key.nparser.KeYParser.One_include_statementContext;
import de.uka.ilkd.key.nparser.ParsingFacade;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * What KeY reads of a file before its problem: where the Java source is, the files included, and all that the file declares
 * itself.
 */
final class Head {

    private final Path folder;
    private final FileContext file;

    private Head(Path folder, FileContext file) {
        this.folder = folder;
        this.file = file;
    }

    /** @param file a problem, a file of rules or a saved proof, packed or not */
    static Head of(Path file) {
        try (InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(Files.newInputStream(file))
                : Files.newInputStream(file)) {
            return new Head(file.toAbsolutePath().getParent(),
                    ParsingFacade.getParseRuleContext(ParsingFacade.parseFile(CharStreams.fromStream(text))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each declaration word by word, with places as they are from nowhere, in the order of the file. */
    List<String> declarations() {
        DeclsContext declarations = file.decls();
        return declarations == null ? List.of()
                : declarations.children.stream()
                .map(declaration -> String.join(" ", words(declaration).map(this::resolved).toList())).toList();
    }

    private static Stream<String> words(ParseTree tree) {
        return tree instanceof TerminalNode word ? Stream.of(word.getText())
                : Stream.iterate(0, i -> i < tree.getChildCount(), i -> i + 1).flatMap(i -> words(tree.getChild(i)));
    }

    private String resolved(String word) {
        return word.startsWith("\"") ? folder.resolve(word.replace("\"", "")).normalize().toString() : word;
    }

    /** The files that this one includes, with those that they include. */
    Set<Path> included() {
        Set<Path> included = new TreeSet<>();
        include(included);
        return included;
    }

    private void include(Set<Path> included) {
        List<One_include_statementContext> statements = file.decls() == null ? new ArrayList<>() : file.decls()
                .one_include_statement();
        statements.stream().flatMap(Head::words).filter(word -> !Set.of("\\include", ",", ";").contains(word)).map(this::resolved)
                .map(Path::of).filter(included::add).forEach(path -> of(path).include(included));
    }
}
