package org.stillpoint.properties;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Says which seeds the properties of a build have, and how to run it again with them. */
public final class AnnouncedSeed implements LauncherSessionListener {

    /** The system property that numbers the virtual machines of the build that run properties; the first one tells. */
    private static final String FORK = "stillpoint.fork";

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if ("1".equals(System.getProperty(FORK))) {
            String seed = System.getProperty(Seeds.PROPERTY);
            System.out.println("The properties have seeds made from " + seed + "; the same once more: mvn verify -D" + Seeds.PROPERTY + "=" + seed);
        }
    }
}
