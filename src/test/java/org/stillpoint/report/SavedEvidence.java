package org.stillpoint.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stillpoint.claims.Bearing;
import org.stillpoint.claims.BoundCatalogue;
import org.stillpoint.claims.Catalogue;
import org.stillpoint.claims.EvidenceLog;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.claims.Examples;
import org.stillpoint.claims.ProofFigures;

/** The claims of this repository with all evidence, as if every saved proof had been replayed: what uses what, its page says. */
final class SavedEvidence {

    private static final Path PROOFS = Path.of("proofs");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| (.*) \\|$");
    private static final Pattern LEMMA =
            Pattern.compile("(?m)^\\| (lemma[^|]+) \\| (\\d+) \\| (\\d+) \\| ([^|]*) \\| ([^|]*) \\|$");
    private static final Pattern SIZE = Pattern.compile("(\\d+) nodes, (\\d+) branch.*");

    private SavedEvidence() {
    }

    static BoundCatalogue catalogue() {
        try {
            Catalogue catalogue = Catalogue.load(Path.of("specs/claims"));
            Map<String, EvidenceRecord> proofs = new LinkedHashMap<>();
            for (Path page : pages()) {
                String text = Files.readString(page);
                if (page.startsWith(PROOFS.resolve("lemmas"))) {
                    lemmas(text).forEach(lemma -> proofs.put(lemma.name(), lemma));
                } else {
                    EvidenceRecord proof = contract(page.getParent().getFileName().toString(), text);
                    proofs.put(proof.name(), proof);
                }
            }
            List<EvidenceRecord> records = new ArrayList<>();
            for (EvidenceRecord record : Examples.records(catalogue.claims())) {
                EvidenceRecord proof = record.kind() == EvidenceRecord.Kind.PROOF ? proofs.remove(record.name()) : record;
                records.add(new EvidenceRecord(record.name(), true, record.seconds(), record.bearings(), proof.figures()));
            }
            records.addAll(proofs.values());
            return BoundCatalogue.bind(Examples.BUILD, catalogue, EvidenceLog.merged(records));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Stream.of("theorems", "kernel", "lemmas").map(PROOFS::resolve).flatMap(SavedEvidence::walk)) {
            return files.filter(file -> file.endsWith("README.md")).sorted().toList();
        }
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page of a contract lists the axioms of all that it rests on; those of its own proof are not on it. */
    private static EvidenceRecord contract(String name, String page) {
        Map<String, String> rows = new LinkedHashMap<>();
        ROW.matcher(page).results().forEach(row -> rows.put(row.group(1), row.group(2)));
        Matcher size = SIZE.matcher(rows.get("size"));
        size.matches();
        Optional<ProofFigures.OfTheorem> theorem = Optional.ofNullable(rows.get("mutants stopped / tried"))
                .map(mutants -> mutants.split(" / ")).map(mutants -> new ProofFigures.OfTheorem(rows.get("for all"),
                        Integer.parseInt(mutants[1]), Integer.parseInt(mutants[0])));
        return record(name, size.group(1), size.group(2), "", rows.get("lemmas it uses"), rows.get("contracts it uses"), theorem);
    }

    private static List<EvidenceRecord> lemmas(String page) {
        return LEMMA.matcher(page).results().map(row ->
                record(row.group(1), row.group(2), row.group(3), row.group(4), row.group(5), "", Optional.empty())).toList();
    }

    private static EvidenceRecord record(String name, String nodes, String branches, String axioms, String lemmas,
                                         String contracts, Optional<ProofFigures.OfTheorem> theorem) {
        return new EvidenceRecord(name, true, new BigDecimal("0.125"), List.<Bearing>of(), new ProofFigures(
                Integer.parseInt(nodes), Integer.parseInt(branches), true, names(axioms), names(lemmas), names(contracts),
                theorem));
    }

    private static List<String> names(String list) {
        return Arrays.stream(list.split(", *")).map(String::strip).filter(name -> !name.isEmpty() && !name.equals("none"))
                .toList();
    }
}
