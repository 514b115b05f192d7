package org.stillpoint.properties;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Says which seeds the properties of a build have, and how to run it again with them. */
public final class AnnouncedSeed implements LauncherSessionListener {

    /** The system property of the one virtual machine of a build that says so. */
    private static final String ANNOUNCED = "stillpoint.seed.announced";

    /** Tests that run properties open sessions of their own, with seeds of their own. */
    private static final AtomicBoolean SAID = new AtomicBoolean();

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (Boolean.getBoolean(ANNOUNCED) && !SAID.getAndSet(true)) {
            String seed = System.getProperty(Seeds.PROPERTY);
            System.out.println("The properties have seeds made from " + seed + "; the same once more: mvn verify -D" + Seeds.PROPERTY + "=" + seed);
        }
    }
}
