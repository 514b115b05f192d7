package org.stillpoint.properties;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.stillpoint.claims.Bearing;
import org.stillpoint.claims.Extent;
import org.stillpoint.claims.Shows;

/** A claim that a property is evidence of, and what it shows of it: the file of the claim says the same. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Claim.All.class)
public @interface Claim {

    /** The identifier of the claim. */
    String value();

    Shows shows() default Shows.ESTABLISHES;

    /** The words of an {@link Extent}. */
    String of() default "all";

    /** The claims of a property that is evidence of several, or of several parts of one. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface All {

        Claim[] value();
    }

    /** Reads what a property says of claims. */
    final class Reader {

        private Reader() {
        }

        static List<Bearing> bearings(Method property) {
            return Arrays.stream(property.getAnnotationsByType(Claim.class))
                    .map(claim -> new Bearing(claim.value(), claim.shows(), new Extent(claim.of()))).toList();
        }
    }
}
