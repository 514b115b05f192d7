package org.stillpoint.witness;

/**
 * The search that found a counterexample.
 *
 * @param scope what was searched and in which order, in words
 * @param cases the candidates looked at, the counterexample being the last one
 */
public record Searched(String scope, long cases) {
}
