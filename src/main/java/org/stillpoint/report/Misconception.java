package org.stillpoint.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.blockquote;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import java.util.List;
import java.util.stream.Stream;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.claims.BuiltClaim;

/**
 * Something that people say and that is false.
 *
 * @param claim the claim, whose statement is what they say
 * @param instead what is so
 */
record Misconception(BuiltClaim claim, String instead) {

    /** Those of the first page, as far as the catalogue has them. */
    static List<Misconception> of(BuiltCatalogue catalogue) {
        return Stream.of(
                find(catalogue, "ZERO-8", "It is stuck, but in no minimum. Under the hinge loss, with biases, on balanced data "
                        + "that some network of one hidden layer of ReLU gets right, better networks are as near as you like. No "
                        + "gradient points to them."),
                find(catalogue, "SYM-11", "Equal units see the same samples, so they get the same gradients, in whatever order "
                        + "the samples come. If their velocities start equal too, they stay equal."),
                find(catalogue, "ACT-1", "It does not matter how steep the activation is at 0. What counts is whether it maps 0 "
                        + "to 0, as tanh does too: then nothing moves but the output bias."))
                .flatMap(found -> found).toList();
    }

    private static Stream<Misconception> find(BuiltCatalogue catalogue, String id, String instead) {
        return catalogue.find(id).stream().map(claim -> new Misconception(claim, instead));
    }

    DomContent card() {
        String id = claim.claim().id();
        return li(
                blockquote(claim.claim().statement()),
                p(Badge.of(claim), text(" "), a(id).withHref("claims/" + id + ".html").withClass("id")),
                p(instead));
    }
}
