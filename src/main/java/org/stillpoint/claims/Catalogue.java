package org.stillpoint.claims;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Json;
import org.stillpoint.format.Source;

/**
 * All claims, in the order in which they are shown: the question's options and answers, then zero initialisation,
 * partial zeros, activations, symmetry and the laws; then kinks, blocks inside a model, units and layers that stand still, heads,
 * rates, and what has to do with width; at last programs of any kind, and the architectures that are written as such.
 *
 * @param claims the claims, each identifier once; every claim that another rests on is there, and none rests on itself
 *     through others
 */
public record Catalogue(List<Claim> claims) {

    private static final List<String> FAMILIES = List.of("Q", "ZERO", "PART", "ACT", "SYM", "LAW", "KINK", "BLOCK", "UNIT",
            "DEAD", "STATE", "HEAD", "RATE", "EMB", "CHAIN", "WIDTH", "DATA", "BAL", "GRAPH", "CONV", "NORM", "RES", "LORA",
            "GATE", "ATT", "TIED", "WORD");
    private static final Comparator<Claim> ORDER = Comparator
            .<Claim>comparingInt(claim -> FAMILIES.indexOf(family(claim)))
            .thenComparing(claim -> !Character.isLetter(member(claim).charAt(0)))
            .thenComparingInt(claim -> member(claim).length())
            .thenComparing(Catalogue::member);

    /**
     * Puts claims in order.
     *
     * @throws FormatException if an identifier appears twice, is of no known family, or a claim rests on one that is
     *     not there or, through others, on itself
     */
    public Catalogue {
        Set<String> ids = new HashSet<>();
        for (Claim claim : claims) {
            if (!ids.add(claim.id())) {
                throw new FormatException(claim.id() + ": claimed twice, expected each identifier once");
            }
            if (!FAMILIES.contains(family(claim))) {
                throw new FormatException(claim.id() + ": unknown family, expected one of " + FAMILIES);
            }
        }
        for (Claim claim : claims) {
            for (String other : claim.restsOn()) {
                if (!ids.contains(other)) {
                    throw new FormatException(claim.id() + ": rests on " + other + ", which is no claim");
                }
            }
        }
        claims = claims.stream().sorted(ORDER).toList();
        for (Claim claim : claims) {
            if (reachable(claim, claims).contains(claim.id())) {
                throw new FormatException(claim.id() + ": rests on itself through other claims");
            }
        }
    }

    /**
     * Reads every claim of a directory, one file {@code ID.json} a claim.
     *
     * @throws FormatException if a file is no claim or is named after another, or the claims do not fit together
     * @throws IOException if a file cannot be read
     */
    public static Catalogue load(Path directory) throws IOException {
        List<Claim> claims = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                Claim claim = ClaimFormat.read(Json.read(new Source(file.toString(), Files.readString(file))));
                if (!file.getFileName().toString().equals(claim.id() + ".json")) {
                    throw new FormatException(file + ": /id: " + claim.id() + ", expected the name of the file");
                }
                claims.add(claim);
            }
        }
        return new Catalogue(claims);
    }

    /** What the claims say that a piece of evidence shows of them. */
    public List<Bearing> bearings(EvidenceName evidence) {
        return claims.stream()
                .flatMap(claim -> claim.grounds().all().stream().filter(ground -> ground.evidence().equals(evidence))
                .map(ground -> ground.on(claim.id()))).toList();
    }

    /** The claim with this identifier, empty if there is none. */
    public Optional<Claim> find(String id) {
        return find(id, claims);
    }

    private static Optional<Claim> find(String id, List<Claim> claims) {
        return claims.stream().filter(claim -> claim.id().equals(id)).findFirst();
    }

    private static Set<String> reachable(Claim start, List<Claim> claims) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(start.restsOn());
        while (!open.isEmpty()) {
            String id = open.pop();
            if (reached.add(id)) {
                open.addAll(find(id, claims).orElseThrow().restsOn());
            }
        }
        return reached;
    }

    private static String family(Claim claim) {
        return claim.id().substring(0, claim.id().indexOf('-'));
    }

    private static String member(Claim claim) {
        return claim.id().substring(claim.id().indexOf('-') + 1);
    }
}
