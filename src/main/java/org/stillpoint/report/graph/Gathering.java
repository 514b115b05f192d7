package org.stillpoint.report.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.stillpoint.claims.BoundCatalogue;
import org.stillpoint.claims.BoundClaim;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.claims.BuiltClaim;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.EvidenceName;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.claims.ProofFigures;

/** Follows what each claim rests on, from the claims on. */
final class Gathering {

    private static final String LEMMA = "lemma";

    private final Map<String, BuiltClaim> claims = new LinkedHashMap<>();
    private final Map<String, List<ProofFigures>> proofs = new HashMap<>();
    private final Set<String> named = new HashSet<>();
    private final boolean ran;
    private final Set<Node> met = new HashSet<>();
    private final Map<Node, List<Node>> restsOn = new LinkedHashMap<>();

    Gathering(BuiltCatalogue catalogue) {
        ran = catalogue instanceof BoundCatalogue;
        catalogue.claims().forEach(built -> {
            claims.put(built.claim().id(), built);
            built.claim().evidence().stream().filter(name -> name.kind() == Kind.PROOF).forEach(name -> named.add(name.name()));
        });
        if (catalogue instanceof BoundCatalogue bound) {
            bound.evidence().forEach(this::addProof);
        }
    }

    /** A lemma by induction is proved in parts, which have its name before a comma. */
    private void addProof(EvidenceRecord record) {
        if (record.figures() instanceof ProofFigures figures) {
            proofs.computeIfAbsent(record.name().replaceFirst(",.*", ""), any -> new ArrayList<>()).add(figures);
        }
    }

    DependencyGraph graph() {
        claims.values().forEach(built -> follow(claim(built)));
        Map<Node, List<Node>> inOrder = new LinkedHashMap<>();
        restsOn.keySet().stream().sorted(Comparator.comparing(Node::kind)
                .thenComparing(node -> isInItsPlace(node) ? "" : node.name()))
                .forEach(node -> inOrder.put(node, restsOn.get(node)));
        long reached = proofs.keySet().stream().filter(name -> restsOn.containsKey(proof(name))).count();
        return new DependencyGraph(inOrder, (int) (proofs.size() - reached));
    }

    /** Claims are met in the order of the catalogue, and lemmas after those that they rest on. */
    private static boolean isInItsPlace(Node node) {
        return node.kind() == NodeKind.CLAIM || node.kind() == NodeKind.LEMMA;
    }

    /** Adds a node after all that it rests on; claims alone are added before, in their order. */
    private void follow(Node node) {
        if (!met.add(node)) {
            return;
        }
        List<Node> on = on(node);
        if (node.kind() == NodeKind.CLAIM) {
            restsOn.put(node, on);
            on.stream().filter(other -> other.kind() != NodeKind.CLAIM).forEach(this::follow);
        } else {
            on.forEach(this::follow);
            restsOn.put(node, on);
        }
    }

    private List<Node> on(Node node) {
        return switch (node.kind()) {
            case CLAIM -> ofClaim(claims.get(node.name()).claim());
            case THEOREM, CONTRACT, LEMMA -> ofProof(node.name());
            case WITNESS, PROPERTY, AXIOM -> List.of();
        };
    }

    private List<Node> ofClaim(Claim claim) {
        return Stream.concat(claim.restsOn().stream().map(id -> claim(claims.get(id))),
                claim.evidence().stream().map(this::evidence)).toList();
    }

    private List<Node> ofProof(String name) {
        TreeSet<String> contracts = new TreeSet<>();
        TreeSet<String> lemmas = new TreeSet<>();
        TreeSet<String> axioms = new TreeSet<>();
        proofs.getOrDefault(name, List.of()).forEach(figures -> {
            contracts.addAll(figures.contracts());
            lemmas.addAll(figures.lemmas());
            axioms.addAll(figures.axioms());
        });
        return Stream.of(contracts.stream().map(this::proof), lemmas.stream().map(this::proof),
                axioms.stream().map(axiom -> new Node(NodeKind.AXIOM, axiom, Standing.ASSUMED)))
                .flatMap(nodes -> nodes).toList();
    }

    private static Node claim(BuiltClaim built) {
        Claim claim = built.claim();
        Standing standing = !(built instanceof BoundClaim) ? Standing.STATED : switch (claim.establishedBy()) {
            case PROOF -> Standing.PROVED;
            case WITNESS -> Standing.EXAMPLE;
            case TEST -> Standing.TESTED;
        };
        return new Node(NodeKind.CLAIM, claim.id(), claim.title(), standing, claim.verdict().id() + ", " + standing.words());
    }

    private Node evidence(EvidenceName evidence) {
        return switch (evidence.kind()) {
            case PROOF -> proof(evidence.name());
            case WITNESS -> new Node(NodeKind.WITNESS, evidence.name(), ran ? Standing.EXAMPLE : Standing.STATED);
            case PROPERTY, RECHECK, RULES -> new Node(NodeKind.PROPERTY, evidence.name(),
                    ran ? Standing.TESTED : Standing.STATED);
        };
    }

    /** Theorems are what claims call on, and what holds for sizes of its own. */
    private Node proof(String name) {
        List<ProofFigures> figures = proofs.getOrDefault(name, List.of());
        boolean isTheorem = named.contains(name) || figures.stream().anyMatch(each -> each.theorem().isPresent());
        NodeKind kind = isTheorem ? NodeKind.THEOREM : name.startsWith(LEMMA) ? NodeKind.LEMMA : NodeKind.CONTRACT;
        return new Node(kind, name, figures.isEmpty() ? Standing.STATED : Standing.PROVED);
    }
}
