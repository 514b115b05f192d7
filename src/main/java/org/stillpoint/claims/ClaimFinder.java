package org.stillpoint.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds claims by the words of people: those of their titles, their statements and of the questions that are asked. Capitals,
 * endings (zero, zeros, zeroing) and the two spellings of -ise do not matter, nor do words such as "the".
 */
public final class ClaimFinder {

    private static final int TITLE = 3;
    private static final int ASKED = 2;
    private static final int STATEMENT = 1;
    /** A word of as many letters stands for all that begin with it. */
    private static final int STEM = 4;
    /** Two words with more letters than that in common are forms of one if their endings are no longer than this. */
    private static final int ENDING = 3;
    private static final Set<String> SMALL = Set.of("a", "an", "and", "are", "at", "by", "can", "do", "does", "for", "from", "if",
            "in", "is", "it", "its", "my", "of", "on", "or", "the", "there", "this", "to", "what", "when", "why", "will", "with");

    private ClaimFinder() {
    }

    /**
     * A claim that speaks of what was looked for.
     *
     * @param words how many of the words it has
     * @param score larger where they stand in its title or in a question, and not only in its statement
     * @param asked the questions that have one of the words, those with the most words first
     */
    public record Finding(BuiltClaim claim, int words, int score, List<String> asked) {

        public Finding {
            asked = List.copyOf(asked);
        }
    }

    /** The words that say nothing, and count only where there are no others. */
    public static Set<String> smallWords() {
        return SMALL;
    }

    /** The claims with the most of the words, the best first; none if none has half of them. */
    public static List<Finding> find(List<? extends BuiltClaim> claims, String words) {
        List<String> wanted = words(words);
        List<Finding> findings = claims.stream().map(claim -> finding(claim, wanted))
                .filter(finding -> finding.words() > 0 && 2 * finding.words() >= wanted.size()).toList();
        int most = findings.stream().mapToInt(Finding::words).max().orElse(0);
        return findings.stream().filter(finding -> finding.words() == most)
                .sorted(Comparator.comparingInt(Finding::score).reversed()).toList();
    }

    private static Finding finding(BuiltClaim built, List<String> wanted) {
        Claim claim = built.claim();
        List<String> title = words(claim.title() + " " + claim.id());
        List<String> statement = words(claim.statement());
        List<String> asked = words(String.join(" ", claim.asked()));
        int found = 0;
        int score = 0;
        for (String word : wanted) {
            int best = has(title, word) ? TITLE : has(asked, word) ? ASKED : has(statement, word) ? STATEMENT : 0;
            found += best > 0 ? 1 : 0;
            score += best;
        }
        return new Finding(built, found, score, asked(claim, wanted));
    }

    private static List<String> asked(Claim claim, List<String> wanted) {
        return claim.asked().stream().filter(line -> count(line, wanted) > 0)
                .sorted(Comparator.comparingLong((String line) -> count(line, wanted)).reversed()).toList();
    }

    private static long count(String line, List<String> wanted) {
        List<String> words = words(line);
        return wanted.stream().filter(word -> has(words, word)).count();
    }

    private static boolean has(List<String> words, String wanted) {
        return words.stream().anyMatch(word -> isForm(word, wanted));
    }

    private static boolean isForm(String word, String other) {
        int shorter = Math.min(word.length(), other.length());
        int common = 0;
        while (common < shorter && word.charAt(common) == other.charAt(common)) {
            common++;
        }
        boolean begins = common == shorter && (common >= STEM || word.length() == other.length());
        return begins || common > STEM && Math.max(word.length(), other.length()) - common <= ENDING;
    }

    /** In small letters, without those that say nothing, each once. */
    private static List<String> words(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace("iz", "is");
        List<String> all = new ArrayList<>(Stream.of(plain.split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).distinct()
                .toList());
        List<String> telling = all.stream().filter(word -> !SMALL.contains(word)).toList();
        return telling.isEmpty() ? all : telling;
    }
}
