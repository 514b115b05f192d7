package org.stillpoint.attack;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.stillpoint.claims.Claim;

/** The words of a claim that its conclusion is written for, shortened. */
final class Words {

    private Words() {
    }

    /** The first eight digits of a digest of the statement and of what else there is to say of when it holds. */
    static String of(Claim claim) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((claim.statement() + "\n" + claim.condition().orElse("")).getBytes(StandardCharsets.UTF_8));
            return String.format("%064x", new BigInteger(1, digest)).substring(0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
