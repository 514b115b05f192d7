package org.stillpoint.report.graph;

import org.stillpoint.claims.Verdict;

/**
 * Something that rests on other things, or that others rest on.
 *
 * @param name unique within its kind
 * @param title a few words about a claim, empty for any other
 * @param says how far it is established, and what was decided of a claim, such as {@code true, proved}
 */
record Node(NodeKind kind, String name, String title, Standing standing, String says) {

    Node(NodeKind kind, String name, Standing standing) {
        this(kind, name, "", standing, standing.words());
    }

    /** The anchor, such as {@code theorem-ZeroInitialization.weightsStayZero} or {@code axiom-MulZeroLeft}. */
    String id() {
        return kind.id() + "-" + label();
    }

    /** Whether the prover is to close it. */
    boolean isProof() {
        return kind == NodeKind.THEOREM || kind == NodeKind.CONTRACT || kind == NodeKind.LEMMA;
    }

    /** The label, of a claim with what was decided of it unless it is true. */
    String shown() {
        return kind != NodeKind.CLAIM || says.startsWith(Verdict.TRUE.id()) ? label()
                : label() + " " + says.replaceFirst(",.*", "");
    }

    /** The name without the word that begins all of its kind. */
    String label() {
        boolean isRule = kind == NodeKind.LEMMA || kind == NodeKind.AXIOM;
        return isRule && name.startsWith(kind.id()) ? name.substring(kind.id().length()) : name;
    }
}
