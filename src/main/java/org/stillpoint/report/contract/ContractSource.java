package org.stillpoint.report.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sources of the theorems as the build packs them. */
final class ContractSource {

    private static final String PACKED = "source/org/stillpoint/kernel/";
    private static final List<String> PLACES = List.of("theorem/", "graph/theorem/", "");
    private static final Pattern INTERFACE = Pattern.compile(" implements (\\w+)");
    private static final String CONTRACT = "(/[*]@ public normal_behavior\\n(?:      @.*\\n)*? +@[*]/\\n)    ";
    private static final String METHOD = "(?:public |/[*]@ helper @[*]/ )[^;={}]*\\b%s\\([^;{}]*"
            + "(?:;|\\{\\n(?:(?:     .*)?\\n)*    \\})\\n";

    private ContractSource() {
    }

    /**
     * A contract with its method, as they stand in the source; that of an interface, with the method that was proved against it,
     * where a class has none of its own. A body with a loop is left out. Empty if the build packed no such source.
     *
     * @param proof the proved contract, such as {@code ZeroInitialization.weightsStayZero}
     */
    static Optional<String> of(String proof) {
        String name = proof.substring(0, proof.indexOf('.'));
        String method = proof.substring(proof.indexOf('.') + 1);
        return source(name).flatMap(source -> contract(source, method).map(found -> found.group(1) + method(source, method))
                .or(() -> inherited(source, method)));
    }

    private static Optional<String> inherited(String source, String method) {
        Matcher names = INTERFACE.matcher(source);
        return names.find() ? source(names.group(1)).flatMap(of -> contract(of, method))
                .map(found -> found.group(1) + method(source, method)) : Optional.empty();
    }

    private static Optional<Matcher> contract(String source, String method) {
        Matcher matcher = Pattern.compile(CONTRACT + METHOD.formatted(method)).matcher(source);
        return matcher.find() ? Optional.of(matcher) : Optional.empty();
    }

    private static String method(String source, String method) {
        Matcher matcher = Pattern.compile("(?m)^    " + METHOD.formatted(method)).matcher(source);
        return matcher.find() ? shortened(matcher.group()) : "";
    }

    /** A body with a loop needs invariants, which speak to the prover and not to the reader of the theorem. */
    private static String shortened(String method) {
        int loop = method.indexOf("/*@ loop_invariant");
        return loop < 0 ? method : method.substring(0, method.indexOf("{\n")) + "{ ... }";
    }

    private static Optional<String> source(String name) {
        return PLACES.stream().flatMap(place -> text(PACKED + place + name + ".java").stream()).findFirst();
    }

    /** The text of a packed file, empty if the build packed none of this name. */
    static Optional<String> text(String name) {
        try (InputStream in = ContractSource.class.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
