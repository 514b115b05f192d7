package org.stillpoint.search;

import org.stillpoint.format.Source;

/** Claim files as the tests write them. */
final class OwnClaimFiles {

    static final String NEVER_WORSE = "[" + fact(measure("mean-loss", "\"last\""), ">", measure("mean-loss", "0")) + "]";

    private OwnClaimFiles() {
    }

    static String claim(String scope, String given, String key, String facts) {
        return "{\"title\": \"Mine\", \"says\": \"So it is.\", \"scope\": " + scope + ", \"given\": " + given + ", \"" + key
                + "\": " + facts + "}";
    }

    static String claim(String scope) {
        return claim(scope, "[]", "never", NEVER_WORSE);
    }

    static String fact(String left, String relation, String right) {
        return "{\"left\": " + left + ", \"relation\": \"" + relation + "\", \"right\": " + right + "}";
    }

    static String measure(String id, String step) {
        return "{\"measure\": \"" + id + "\", \"step\": " + step + "}";
    }

    static String weightChange(String layer, String from, String to) {
        return "{\"measure\": \"weight-change\", \"layer\": " + layer + ", \"from\": " + from + ", \"to\": " + to + "}";
    }

    static String number(String value) {
        return "{\"value\": \"" + value + "\"}";
    }

    static String pointer(String pointer) {
        return "{\"pointer\": \"" + pointer + "\"}";
    }

    static OwnClaim read(String text) {
        return OwnClaimFormat.read(new Source("my.claim.json", text));
    }
}
