package io.patchbay.startup;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.MapPropertySource;

/**
 * The start argument {@code --rotate-keys}: brings all that is stored under the key secrets before under those of now. Portals
 * that know both secrets may run beside it.
 */
public final class RotateKeysCommand {

    private static final String ARGUMENT = "--rotate-keys";

    /** A portal that serves nobody and runs no job. */
    private static final Map<String, Object> QUIET = Map.of(
            "server.port",
            0,
            "server.address",
            "127.0.0.1",
            "db-scheduler.enabled",
            false,
            "patchbay.startup.check-surroundings",
            false);

    private RotateKeysCommand() {}

    /** Whether these start arguments ask for it. */
    public static boolean wanted(String... args) {
        return Arrays.asList(args).contains(ARGUMENT);
    }

    /**
     * Does it and prints what came of it.
     *
     * @param portal the class of the application
     * @return the exit code: 0, or 1 where something still needs a secret before
     */
    public static int run(PrintStream out, Class<?> portal, String... args) {
        var application = new SpringApplicationBuilder(portal)
                .bannerMode(Banner.Mode.OFF)
                .properties("logging.level.root=warn")
                .initializers(context ->
                        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("quiet", QUIET)));
        try (var context = application.run(args)) {
            var findings = context.getBean(KeyRotations.class).run();
            findings.forEach(out::println);
            return findings.stream().anyMatch(Finding::isFailed) ? 1 : 0;
        }
    }
}
