package org.stillpoint.properties;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Says which seeds the properties of a build have, and how to run it again with them. */
public final class AnnouncedSeed implements LauncherSessionListener {

    /**
     * The system property of the one virtual machine of a build that says so. Taken away then, as tests that run properties open
     * sessions of their own.
     */
    private static final String ANNOUNCED = "stillpoint.seed.announced";

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.clearProperty(ANNOUNCED) != null) {
            String seed = System.getProperty(Seeds.PROPERTY);
            System.out.println("The properties have seeds made from " + seed + "; the same once more: mvn verify -D"
                    + Seeds.PROPERTY + "=" + seed);
        }
    }
}
