package org.stillpoint.properties;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.stillpoint.claims.PropertyFigures;

/** Fewer tries than {@value PropertyFigures#ENOUGH} have to reach the final assertion of a property, for a reason. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Enough {

    int tries();

    String because();
}
