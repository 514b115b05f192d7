package org.stillpoint.claims;

/** The evidence that a claim calls on, unique by kind and name. */
public record EvidenceName(EvidenceRecord.Kind kind, String name) {

    @Override
    public String toString() {
        return "the " + kind.id() + " '" + name + "'";
    }
}
