package io.patchbay.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.DurationStyle;
import org.yaml.snakeyaml.Yaml;

/** Image and compose file say the same as the application and its documentation. */
@Tag("fast")
class PackagingTests {

    private static final Pattern SETTING =
            Pattern.compile("(?m)^\\| `patchbay\\.[^`]+` \\| `(PATCHBAY_[A-Z0-9_]+)` \\|");
    private static final Pattern BY_DIGEST = Pattern.compile("[a-z/.-]+:[\\w.-]+@sha256:[0-9a-f]{64}");
    private static final Duration INTERRUPTED_JOBS = Duration.ofSeconds(10);

    private static final Map<String, Object> COMPOSE = yaml("docker-compose.yml");
    private static final Map<String, Object> SERVICES = map(COMPOSE, "services");

    @Test
    void everySettingIsPassedOn() throws IOException {
        var settings = SETTING.matcher(Files.readString(Path.of("src/docs/reference/configuration.md")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(settings).isNotEmpty();
        var secrets = mounted().stream()
                .map(name ->
                        name.toUpperCase(java.util.Locale.ROOT).replace("-", "").replace('.', '_'))
                .collect(Collectors.toSet());
        // The image has a place for it.
        settings.removeAll(Set.of("PATCHBAY_DEPLOYMENT_WORKDIRECTORY"));
        settings.removeAll(secrets);
        assertThat(map(portal(1), "environment").keySet()).containsAll(settings);
        assertThat(map(portal(1), "environment").keySet()).doesNotContainAnyElementsOf(secrets);
    }

    @Test
    void bothPortalsAreTheSameButForTheirVolume() {
        var differ = Set.of("volumes", "depends_on");
        assertThat(without(portal(2), differ)).isEqualTo(without(portal(1), differ));
        assertThat(portal(2).get("volumes")).isNotEqualTo(portal(1).get("volumes"));
        assertThat(portal(1)).containsEntry("read_only", true).containsKeys("mem_limit", "cpus");
    }

    @Test
    void aPortalHasTimeToStop() {
        var application = yaml("src/main/resources/application.yml");
        var requests = duration(map(map(application, "spring"), "lifecycle"), "timeout-per-shutdown-phase");
        var jobs = duration(map(application, "db-scheduler"), "shutdown-max-wait");
        assertThat(duration(portal(1), "stop_grace_period"))
                .isGreaterThanOrEqualTo(requests.plus(jobs).plus(INTERRUPTED_JOBS));
    }

    @Test
    void imagesArePinnedByDigest() throws IOException {
        var images = Files.readAllLines(Path.of("Dockerfile")).stream()
                .filter(line -> line.startsWith("FROM ") || line.startsWith("ARG JRE="))
                .map(line -> line.replaceFirst("^(FROM |ARG JRE=)", "").replaceFirst(" AS .*", ""))
                .filter(image -> !"${JRE}".equals(image))
                .toList();
        assertThat(images).isNotEmpty().allMatch(BY_DIGEST.asMatchPredicate());
        assertThat(List.of(map(SERVICES, "database"), map(SERVICES, "balancer")))
                .allSatisfy(
                        service -> assertThat(service.get("image")).asString().matches(BY_DIGEST));
    }

    @Test
    void aContainerIsHealthyAsLongAsThePortalIsReady() throws Exception {
        var status = new int[] {200};
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(
                    "/readyz".equals(exchange.getRequestURI().getPath()) ? status[0] : 404, -1);
            exchange.close();
        });
        server.start();
        var port = server.getAddress().getPort();
        try {
            assertThat(ready(port)).as("ready").isZero();
            status[0] = 503;
            assertThat(ready(port)).as("not ready").isOne();
        } finally {
            server.stop(0);
        }
        assertThat(ready(port)).as("not there").isOne();
    }

    private static int ready(int port) throws Exception {
        var builder = new ProcessBuilder("bash", "src/deploy/image/ready");
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        var process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /** The names under which the portal finds its secrets. */
    private static List<String> mounted() {
        return ((List<?>) java.util.Objects.requireNonNull(portal(1).get("secrets")))
                .stream()
                        .map(secret -> String.valueOf(((Map<?, ?>) secret).get("target")))
                        .toList();
    }

    private static Map<String, Object> portal(int number) {
        return map(SERVICES, "portal-" + number);
    }

    private static Duration duration(Map<String, Object> from, String key) {
        return DurationStyle.detectAndParse(String.valueOf(from.get(key)));
    }

    private static Map<String, Object> without(Map<String, Object> all, Set<String> keys) {
        var some = new java.util.HashMap<>(all);
        some.keySet().removeAll(keys);
        return some;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> from, String key) {
        return (Map<String, Object>) java.util.Objects.requireNonNull(from.get(key), key);
    }

    private static Map<String, Object> yaml(String file) {
        try (var in = Files.newInputStream(Path.of(file))) {
            return new Yaml().load(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
