package io.patchbay.deployment.device;

import io.patchbay.catalog.AppId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Applications that update themselves, so that a product code or a key with a version in it grows stale
 * (intune-in-the-field I4). The list is the file {@code device/self-updating.json}.
 */
public final class SelfUpdatingApps {

    private static final Map<AppId, SelfUpdatingApp> ALL = read();

    private SelfUpdatingApps() {}

    /**
     * One of them.
     *
     * @param names what Windows lists it as
     * @param publishers its publisher, as Windows lists it
     * @param reason how it updates itself
     */
    public record SelfUpdatingApp(String app, List<String> names, List<String> publishers, String reason) {}

    public static Optional<SelfUpdatingApp> find(AppId app) {
        return Optional.ofNullable(ALL.get(app));
    }

    /** Whether it is one of them. */
    public static boolean contains(AppId app) {
        return ALL.containsKey(app);
    }

    static List<SelfUpdatingApp> all() {
        return List.copyOf(ALL.values());
    }

    private static Map<AppId, SelfUpdatingApp> read() {
        try (var in = new ClassPathResource("device/self-updating.json").getInputStream()) {
            return Arrays.stream(JsonMapper.shared().readValue(in, SelfUpdatingApp[].class))
                    .collect(Collectors.toMap(one -> new AppId(one.app()), Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
