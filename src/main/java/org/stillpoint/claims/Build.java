package org.stillpoint.claims;

import java.util.Optional;

/**
 * The build that made a jar.
 *
 * @param version the version of Stillpoint
 * @param date when it ran, in ISO 8601
 * @param commit the hash of the commit that was checked out, if that is known
 */
public record Build(String version, String date, Optional<String> commit) {
}
