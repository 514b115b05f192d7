package org.stillpoint.proof.runnable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stillpoint.proof.prover.SourceMethods;
import org.stillpoint.proof.prover.SourceMethods.SourceMethod;
import org.stillpoint.proof.prover.Specification;

/**
 * The comments of the kernel and the stubs that KeY might read. Allowed are a contract right before its method, the specification
 * of a loop right before the loop, both made of a few kinds of clauses, and three modifiers.
 */
final class JmlComments {

    /** A literal or a comment, whichever begins first. */
    private static final Pattern TOKEN =
            Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])*'|/\\*.*?\\*/|//[^\n]*");
    private static final Pattern JML = Pattern.compile("/[/*]\\s*(?:[+-]\\s*\\w*\\s*)*@.*", Pattern.DOTALL);
    private static final Pattern BEHAVIOR = Pattern.compile("\\s*public normal_behavior\\s");
    private static final Pattern LOOP = Pattern.compile("\\s*(?:for|while) \\(.*", Pattern.DOTALL);
    private static final Set<String> OF_A_CONTRACT = Set.of("requires", "ensures", "assignable");
    private static final Set<String> OF_A_LOOP = Set.of("loop_invariant", "assignable", "decreases");
    private static final Set<String> MODIFIERS =
            Set.of("/*@ helper @*/", "/*@ helper nullable @*/", "/*@ nullable_by_default @*/");

    private JmlComments() {
    }

    /** Those that are not allowed, each with its file and line. */
    static List<String> others(List<Path> sources) {
        List<SourceMethod> methods = SourceMethods.in(sources);
        return sources.stream().flatMap(source -> others(source, Specification.read(source),
                methods.stream().filter(method -> method.file().endsWith(source)).map(SourceMethod::start).toList()).stream())
                .toList();
    }

    private static List<String> others(Path file, String text, List<Integer> methods) {
        List<String> others = new ArrayList<>();
        for (Matcher token = TOKEN.matcher(text); token.find(); ) {
            if (JML.matcher(token.group()).matches() && !isAllowed(token, text, methods)) {
                others.add(file.getFileName() + ":" + text.substring(0, token.start()).lines().count() + ": " + token.group());
            }
        }
        return others;
    }

    private static boolean isAllowed(MatchResult comment, String text, List<Integer> methods) {
        String written = comment.group();
        if (!written.startsWith("/*@") || !written.endsWith("@*/")) {
            return false;
        }
        String inside = written.substring("/*@".length(), written.length() - "@*/".length());
        Matcher behavior = BEHAVIOR.matcher(inside);
        if (behavior.lookingAt()) {
            return hasOnly(OF_A_CONTRACT, inside.substring(behavior.end()))
                    && methods.stream().anyMatch(method -> comment.end() <= method
                            && isBlank(text.substring(comment.end(), method)));
        }
        return MODIFIERS.contains(written)
                || hasOnly(OF_A_LOOP, inside) && LOOP.matcher(text.substring(comment.end())).matches();
    }

    private static boolean isBlank(String between) {
        String left = between;
        for (String modifier : MODIFIERS) {
            left = left.replace(modifier, "");
        }
        return left.isBlank();
    }

    private static boolean hasOnly(Set<String> keywords, String clauses) {
        String text = clauses.replaceAll("(?m)^\\s*@", " ").strip();
        return text.endsWith(";") && RunnableContract.split(text, ";").stream()
                .allMatch(clause -> keywords.contains(clause.split("\\s")[0]));
    }
}
