package org.stillpoint.lab.substitute;

import java.io.Serializable;

/** Messages of Hipparchus in English only: in the browser there are no bundles of translations. */
public interface Localizable extends Serializable {

    /** The message in English. */
    String getSourceString();
}
