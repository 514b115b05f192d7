package org.stillpoint.proof.prover;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.stillpoint.claims.Catalogue;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.proof.prover.SourceMethods.SourceMethod;

/** The theorems of this build: what each is about, which contracts of the kernel it rests on, and which claims call on it. */
public final class Theorems {

    private static Theorems ofThisBuild;

    private final List<SourceMethod> methods;
    private final List<String> classes = Specification.ofThisBuild().theorems();
    private final List<String> ofNumbers;
    private final CallGraph calls;
    private final Map<String, List<String>> claims = new HashMap<>();

    private Theorems(List<Path> sources) throws IOException {
        methods = SourceMethods.in(sources).stream().filter(method -> method.hasBody() && !method.isPrivate()).toList();
        Specification specification = Specification.ofThisBuild();
        ofNumbers = methods.stream().map(SourceMethod::contract)
                .filter(contract -> specification.problemFor(contract).equals(specification.problemOfNumbers())).toList();
        calls = CallGraph.of(sources);
        Catalogue.load(Path.of("specs/claims")).claims()
                .forEach(claim -> claim.evidence().stream().filter(name -> name.kind() == Kind.PROOF)
                .forEach(name -> claims.computeIfAbsent(name.name(), any -> new ArrayList<>()).add(claim.id())));
    }

    public static synchronized Theorems ofThisBuild() {
        try {
            if (ofThisBuild == null) {
                ofThisBuild = new Theorems(Specification.ofThisBuild().sources());
            }
            return ofThisBuild;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The methods of the kernel and the theorems that have a contract to prove. */
    public List<SourceMethod> methods() {
        return methods;
    }

    public boolean contains(String contract) {
        return classes.contains(contract.substring(0, contract.indexOf('.')));
    }

    /** The contracts of descent take about as long as all others. */
    public static boolean isOfTraining(String contract) {
        return contract.startsWith("Sgd.") || contract.startsWith("Backpropagation.");
    }

    /** The contracts that the proof of a contract makes use of, directly or through others. */
    public SortedSet<String> restsOn(String contract) {
        return proved(contract, calls.reachedFrom(contract));
    }

    /** The contracts of the methods that a method itself calls. */
    public SortedSet<String> uses(String contract) {
        return proved(contract, calls.calledBy(contract));
    }

    /** A program runs the operations that it is given, so that it rests on none but on the contract of all operations. */
    private SortedSet<String> proved(String contract, SortedSet<String> names) {
        names.retainAll(methods.stream().map(SourceMethod::contract).toList());
        if (!isOfNumbers(contract)) {
            names.removeIf(this::isOfNumbers);
        }
        return names;
    }

    private boolean isOfNumbers(String contract) {
        return ofNumbers.contains(contract);
    }

    /** The identifiers of the claims that name the proof of a contract. */
    public List<String> claims(String contract) {
        return claims.getOrDefault(contract, List.of());
    }

    /**
     * The theorems, and the other contracts that prove a claim, that fall if a contract does: each with the claims that it
     * proves.
     */
    public List<String> fallenWith(String contract) {
        return methods.stream().map(SourceMethod::contract).filter(fallen -> contains(fallen) || !claims(fallen).isEmpty())
                .filter(theorem -> theorem.equals(contract) || restsOn(theorem).contains(contract))
                .map(theorem -> claims(theorem).isEmpty() ? theorem : String.join(", ", claims(theorem)) + " (" + theorem + ")")
                .toList();
    }

    /** The sizes for all of which a theorem holds. */
    public String dimensions(String contract) {
        Map<String, List<String>> named = new LinkedHashMap<>();
        method(contract).parameters().forEach((name, type) -> named.computeIfAbsent(sizes(type), any -> new ArrayList<>())
                .add(name));
        named.remove("");
        return named.entrySet().stream().map(sizes -> sizes.getKey() + " " + String.join(", ", sizes.getValue()))
                .collect(Collectors.joining("; "));
    }

    public SourceMethod method(String contract) {
        return methods.stream().filter(method -> method.contract().equals(contract)).findFirst().orElseThrow();
    }

    private static String sizes(String type) {
        return switch (type) {
            case "Parameters", "State" -> "layers and units of";
            case "LearningRule" -> "activations of";
            case "Schedule" -> "steps, samples and features of";
            case "SmallUnit" -> "incoming weights of";
            case "int" -> "integers";
            default -> List.of("", "entries of", "rows and entries of", "matrices, rows and entries of")
                    .get((int) type.chars().filter(c -> c == '[').count());
        };
    }
}
