package org.stillpoint.claims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares what each claim says of its evidence with what the evidence that ran says of the claims. */
final class Binding {

    private final Catalogue catalogue;
    private final Map<EvidenceName, EvidenceRecord> ran = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    /** @param records what ran; evidence that ran more than once passed if it always passed */
    Binding(Catalogue catalogue, List<EvidenceRecord> records) {
        this.catalogue = catalogue;
        for (EvidenceRecord each : EvidenceLog.merged(records)) {
            ran.put(EvidenceName.of(each), each);
        }
        catalogue.claims().forEach(claim -> claim.evidence().forEach(name -> requireRan(claim, name)));
        catalogue.claims().forEach(claim -> claim.grounds().all().forEach(ground -> requireNamesBack(claim, ground)));
        ran.values().forEach(record -> record.bearings().forEach(bearing -> requireIsNamed(record, bearing)));
        ran.values().stream().filter(record -> !record.passed() && !isNamed(EvidenceName.of(record)))
                .forEach(record -> problems.add(EvidenceName.of(record) + " did not pass in this build"));
        records.stream().filter(record -> isNamed(EvidenceName.of(record))).forEach(this::requireReached);
    }

    private boolean isNamed(EvidenceName name) {
        return catalogue.claims().stream().anyMatch(claim -> claim.evidence().contains(name));
    }

    private void requireRan(Claim claim, EvidenceName name) {
        if (!ran.containsKey(name)) {
            problems.add(claim.id() + ": " + name + " did not run in this build");
        } else if (!ran.get(name).passed()) {
            problems.add(claim.id() + ": " + name + " did not pass in this build");
        }
    }

    private void requireNamesBack(Claim claim, Ground ground) {
        EvidenceRecord record = ran.get(ground.evidence());
        if (record != null && !record.bearings().contains(ground.on(claim.id()))) {
            problems.add(ground.evidence() + " does not say of itself that it " + ground.shows().id() + " " + claim.id() + ", "
                    + ground.of());
        }
    }

    private void requireIsNamed(EvidenceRecord record, Bearing bearing) {
        EvidenceName name = EvidenceName.of(record);
        boolean named = catalogue.find(bearing.claim()).stream().flatMap(claim -> claim.grounds().all().stream())
                .anyMatch(ground -> ground.evidence().equals(name) && ground.on(bearing.claim()).equals(bearing));
        if (!named) {
            problems.add(name + " says of itself \"" + bearing + "\", which " + bearing.claim() + " does not say of it");
        }
    }

    private void requireReached(EvidenceRecord record) {
        if (record.figures() instanceof PropertyFigures property) {
            property.shortfall().ifPresent(shortfall -> problems.add(EvidenceName.of(record) + " " + shortfall));
        }
    }

    /** The claims with their evidence, in the order of the catalogue. */
    List<BoundClaim> claims() {
        requireNone();
        return catalogue.claims().stream().map(claim -> new BoundClaim(claim, claim.evidence().stream().map(ran::get).toList()))
                .toList();
    }

    /** Everything that ran, each kind and name once. */
    List<EvidenceRecord> evidence() {
        requireNone();
        return List.copyOf(ran.values());
    }

    private void requireNone() {
        if (!problems.isEmpty()) {
            throw new BindingException(problems);
        }
    }
}
