package org.stillpoint.report;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.stillpoint.claims.BuiltCatalogue;

/**
 * A place that a reader of the first page may go to.
 *
 * @param says what is there, in a sentence
 */
record Tour(String page, String words, String says) {

    /** The places that the site has. */
    static List<Tour> through(Set<String> pages, BuiltCatalogue catalogue) {
        return Stream.of(
                new Tour("lab.html", "Lab", "Choose a start, see the step before you take it, go back, and set two starts side "
                        + "by side. All numbers are exact."),
                new Tour("catalogue.html", "Claims", catalogue.claims().size() + " sentences that people say, each with its "
                        + "verdict and its evidence."),
                new Tour("decision.html", "Decision table", "What does this start do? For each start, activation and batch, "
                        + "in one word."),
                new Tour("gallery.html", "Gallery", "Small networks, each of which settles a sentence."),
                new Tour("graph.html", "Graph", "What rests on what, from a claim down to the axioms."),
                new Tour("teaching.html", "Teaching", "Handouts, exercises with exact solutions, and a lesson with the lab."),
                new Tour("guide.html", "Guide", "Check your own backpropagation, grade a class, state a claim of your own."),
                new Tour("trust.html", "Trust", "What is proved, what is tested, and what you have to trust."),
                new Tour("proofs.html", "Proofs", "Every theorem with its size, its time and the claims that call on it."),
                new Tour("words.html", "Words", "How the words of the theorems' contracts are read."),
                new Tour("benchmarks.html", "Benchmarks", "How fast the engines are, and what their numbers cost."),
                new Tour("census.html", "Census", "At how many small networks backpropagation is right, counted."),
                new Tour("implementations.html", "Implementations", "What libraries answer, judged without a tolerance."),
                new Tour("drift.html", "Drift", "How equal units part by rounding, library by library."),
                new Tour("models.html", "Real models", "What is stuck, constant or equal in models that people use."),
                new Tour("faulty-programs.html", "Faulty programs", "Which programs that do not learn were stuck from the "
                        + "start."))
                .filter(stop -> pages.contains(stop.page())).toList();
    }
}
