package org.stillpoint.claims;

/** The evidence that a claim calls on, unique by kind and name. */
public record EvidenceName(EvidenceRecord.Kind kind, String name) {

    /** The name under which a record counts. */
    public static EvidenceName of(EvidenceRecord ran) {
        return new EvidenceName(ran.kind(), ran.name());
    }

    @Override
    public String toString() {
        return "the " + kind.id() + " '" + name + "'";
    }
}
