package org.stillpoint.claims;

import java.util.Optional;

/**
 * Where people meet a claim.
 *
 * @param text the place in words
 * @param url its address, if it has one
 */
public record Citation(String text, Optional<String> url) {
}
