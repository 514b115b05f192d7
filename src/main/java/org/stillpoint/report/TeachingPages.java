package org.stillpoint.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.code;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.join;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.claims.BuiltClaim;
import org.stillpoint.report.typography.MathText;
import org.stillpoint.teaching.Sheet;
import org.stillpoint.teaching.Topic;

/** What a teacher can hand out: the lesson plan, a handout for each claim, and a sheet of exercises for each topic. */
final class TeachingPages {

    private static final int PROBLEMS = 2;
    private static final String COMMAND = "java -jar target/stillpoint.jar ";

    private TeachingPages() {
    }

    /**
     * The pages by their paths within the site.
     *
     * @param witnesses the text of the file of each witness that ran, by its name
     */
    static Map<String, String> render(BuiltCatalogue catalogue, Map<String, String> witnesses) {
        Map<String, String> pages = new TreeMap<>();
        for (BuiltClaim built : catalogue.claims()) {
            pages.put(Handouts.file(built.claim().id()), Handouts.render(catalogue, built, witnesses));
        }
        for (Topic topic : Topic.values()) {
            pages.put(file(topic), sheet(catalogue, topic));
        }
        pages.put("teaching.html", index(catalogue, Packed.file("guide/lesson-plan.md").isPresent()));
        return pages;
    }

    private static String file(Topic topic) {
        return "handouts/exercises-" + topic.id() + ".html";
    }

    private static String sheet(BuiltCatalogue catalogue, Topic topic) {
        Sheet sheet = Sheet.of(Handouts.SEED, topic, PROBLEMS);
        return new Page(catalogue, "../", "network.css", "handout.css").render(sheet.title(),
                p(join("A sheet to print, with its solutions on sheets of their own. Another seed makes another sheet: ",
                        a("how").withHref("../teaching.html#sheets"), ".")).withClasses("quiet", "screen"),
                h1(sheet.title()), PaperHtml.of(sheet.blocks(true)));
    }

    private static String index(BuiltCatalogue catalogue, boolean hasPlan) {
        return new Page(catalogue, "", "handout.css").render("Teaching",
                h1("Teaching"),
                p("Every number on these pages was computed exactly, and every solution by the engine, so that answers can be "
                        + "checked digit by digit."),
                iff(hasPlan, div(
                        h2("A lesson"),
                        p(join(a("A lesson of 45 minutes with the lab").withHref("guide/lesson-plan.html"),
                                ". It goes minute by minute, with questions, the wrong answers to expect, and homework.")))),
                h2("Exercise sheets").withId("sheets"),
                p("One sample of each topic, with solutions:"),
                ul(each(List.of(Topic.values()), topic -> li(a(topic.id()).withHref(file(topic))))),
                p("Make your own: the same seed gives the same sheet everywhere, another seed gives other numbers, one for "
                        + "each "
                        + "student if you like. Without the last option the solutions are left out."),
                pre(code(COMMAND + "exercises --seed 7 --topic zeros --problems 5 --format latex --out sheet.tex --solutions")),
                h2("Handouts"),
                p("One for each claim: the statement and when it holds, why, what does not follow, and an exercise whose "
                        + "solution "
                        + "is on a sheet of its own. Print the page, or take the LaTeX:"),
                pre(code(COMMAND + "handout ZERO-2 --format latex --out ZERO-2.tex")),
                div(table(
                        thead(tr(th("claim"), th("handout"), th("verdict"))),
                        tbody(each(catalogue.claims(), TeachingPages::row))).withClass("handouts")).withClass("scroll"));
    }

    private static DomContent row(BuiltClaim built) {
        String id = built.claim().id();
        return tr(td(a(id).withHref("claims/" + id + ".html")).withClass("id"),
                td(a(MathText.of(built.claim().title())).withHref(Handouts.file(id))), td(Badge.of(built)));
    }
}
